using ChartRelease.Tests.Release.Support;
using static ChartRelease.Tests.Release.History.Histories;

namespace ChartRelease.Tests.Release.History;

public sealed class RepositoryKindTests
{
    [Fact]
    public async Task A_linked_worktree_has_the_tags_of_its_repository_and_a_head_of_its_own()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.Git.RunAsync("branch", "side");
        await repository.ChangeAsync("fix: main", "1");
        var folder = repository.Git.Combine("../worktree");
        await repository.Git.RunAsync("worktree", "add", "--quiet", folder, "side");

        var chart = await DemoAsync(repository, folder: Path.GetFullPath(folder));

        Assert.Equal(("1.0.0", false), ($"{chart.LastRelease!.Version}", chart.HasChanged));
    }

    [Fact]
    public async Task A_submodule_beside_the_charts_is_no_change_of_theirs_and_is_a_repository_of_its_own()
    {
        using var inner = await ChartRepository.CreateAsync("demo");
        await inner.Git.TagAsync("demo-1.0.0");
        await inner.ChangeAsync("fix: inner", "1");
        using var outer = await ChartRepository.CreateAsync("demo");
        await outer.Git.TagAsync("demo-2.0.0");
        await outer.Git.RunAsync("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "file://" + inner.Root, "parts/inner");
        await outer.Git.CommitAsync("build: a submodule");

        var around = await DemoAsync(outer);
        var inside = await DemoAsync(outer, folder: outer.Git.Combine("parts/inner"));

        Assert.Equal(("2.0.0", false), ($"{around.LastRelease!.Version}", around.HasChanged));
        Assert.Equal("1.0.0", $"{inside.LastRelease!.Version}");
        Assert.Equal(["fix: inner"], inside.Commits.Subjects());
    }

    [Fact]
    public async Task A_bare_clone_is_planned_at_a_named_commit()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.ChangeAsync("fix: x", "1");
        await repository.Git.RunAsync("branch", "side");
        await repository.ChangeAsync("fix: y", "2");
        using var bare = await repository.Git.CloneAsync(0, "--bare");
        var options = repository.Options with { WorkingDirectory = bare.Path, Commit = "side", TagPatterns = Named };
        await using var pipeline = repository.Pipeline(options);

        var chart = Assert.Single((await pipeline.PlanAsync(ReleaseAssert.Token)).Charts);

        Assert.Equal(["fix: x"], chart.Forecast!.History.Commits.Subjects());
        Assert.Empty(Directory.EnumerateFileSystemEntries(bare.Path, "artifacts"));
    }
}
