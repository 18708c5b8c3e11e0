using ChartRelease.Release;
using ChartRelease.Release.Bumping;
using ChartRelease.Tests.Release.Support;
using ChartRelease.Versioning;

namespace ChartRelease.Tests.Release.Bumping;

public sealed class BumpPreconditionsTests
{
    private static readonly BumpRequest _patch = new(BumpKind.Patch, null, null, Commit: true);

    [Fact]
    public async Task A_clean_branch_will_do()
    {
        using var repository = await ChartRepository.CreateAsync("a");

        BumpPreconditions.Check(await repository.StateAsync(), repository.Options, _patch);
    }

    [Fact]
    public async Task Another_revision_than_HEAD_is_refused()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        var options = repository.Options with { Commit = "main" };
        var state = await repository.StateAsync(options);

        ReleaseAssert.Fails(FailureReason.InvalidSettings, () => BumpPreconditions.Check(state, options, _patch));
    }

    [Fact]
    public async Task A_detached_HEAD_is_refused_unless_nothing_is_committed()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        await repository.Git.RunAsync("checkout", "--quiet", "--detach");
        var state = await repository.StateAsync();

        ReleaseAssert.Fails(FailureReason.RepositoryNotWritable, () => BumpPreconditions.Check(state, repository.Options, _patch));
        BumpPreconditions.Check(state, repository.Options, _patch with { Commit = false });
    }

    [Fact]
    public async Task A_bare_repository_is_refused_also_when_nothing_is_committed()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        await repository.Git.RunAsync("clone", "--quiet", "--bare", ".", "bare.git");
        var options = repository.Options with { WorkingDirectory = repository.Git.Combine("bare.git"), Bump = _patch with { Commit = false } };
        var state = await repository.StateAsync(options);

        ReleaseAssert.Fails(FailureReason.RepositoryNotWritable, () => BumpPreconditions.Check(state, options, options.Bump));
    }

    [Theory]
    [InlineData("helm/a/values.yaml")]
    [InlineData("helm/a/Chart.yaml")]
    public async Task A_dirty_chart_is_refused(string file)
    {
        using var repository = await ChartRepository.CreateAsync("a");
        repository.Git.Write(file, "x: 1\n");
        var state = await repository.StateAsync();

        var failure = ReleaseAssert.Fails(FailureReason.UncommittedChanges, () => BumpPreconditions.Check(state, repository.Options, _patch));

        Assert.Contains(file, failure.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_dirty_files_are_named_as_far_as_they_can_be_read()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        string[] files = ["helm/a/1", "helm/a/2", "helm/a/3", "helm/b/4", "helm/b/5", "helm/b/6", "helm/b/7"];
        Array.ForEach(files, file => repository.Git.Write(file, "x"));
        var state = await repository.StateAsync();

        var failure = ReleaseAssert.Fails(FailureReason.UncommittedChanges, () => BumpPreconditions.Check(state, repository.Options, _patch));

        Assert.Equal("helm/a/1, helm/a/2, helm/a/3, helm/b/4, helm/b/5 and 2 more are not committed.", failure.Found);
    }

    [Fact]
    public async Task A_change_elsewhere_is_no_matter()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        repository.Git.Write("README.md", "x");

        BumpPreconditions.Check(await repository.StateAsync(), repository.Options, _patch);
    }
}
