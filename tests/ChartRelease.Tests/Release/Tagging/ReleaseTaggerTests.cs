using ChartRelease.Release.Packaging;
using ChartRelease.Release.Tagging;
using ChartRelease.Tests.Release.Support;
using ChartRelease.Versioning;

namespace ChartRelease.Tests.Release.Tagging;

public sealed class ReleaseTaggerTests
{
    [Fact]
    public async Task Each_chart_gets_an_annotated_tag_on_the_last_commit_that_touched_it()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        var first = await repository.Git.HeadAsync();
        repository.WriteChart("b", "2.0.0");
        var second = await repository.Git.CommitAsync();
        IReadOnlyList<PackagedChart> charts = [Chart("a", "1.0.0", first), Chart("b", "2.0.0", second)];

        var tags = await TagAsync(repository, "{name}-{version}", charts);

        Assert.Equal([new TaggedChart("a-1.0.0", first, true), new TaggedChart("b-2.0.0", second, true)], tags);
        Assert.Equal("tag", (await repository.Git.RunAsync("cat-file", "-t", "a-1.0.0")).Trim());
        Assert.Equal(first, (await repository.Git.RunAsync("rev-parse", "a-1.0.0^{commit}")).Trim());
        Assert.Contains(charts[0].Archive.Descriptor.Digest.Value, await repository.Git.RunAsync("cat-file", "-p", "a-1.0.0"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_tag_again_is_no_failure()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        var commit = await repository.Git.HeadAsync();
        await TagAsync(repository, "v{version}", [Chart("a", "1.0.0", commit)]);

        Assert.Equal([new TaggedChart("v1.0.0", commit, false)], await TagAsync(repository, "v{version}", [Chart("a", "1.0.0", commit)]));
    }

    [Fact]
    public async Task A_tag_of_another_commit_is_refused_and_stays()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        var first = await repository.Git.HeadAsync();
        await repository.Git.TagAsync("a-1.0.0");
        var second = await repository.Git.CommitAsync();

        await ReleaseAssert.FailsAsync(
            FailureReason.TagConflict, () => TagAsync(repository, "{name}-{version}", [Chart("a", "1.0.0", second)]));

        Assert.Equal(first, (await repository.Git.RunAsync("rev-parse", "a-1.0.0")).Trim());
    }

    [Fact]
    public async Task A_template_without_the_name_is_refused_for_several_charts()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        var commit = await repository.Git.HeadAsync();

        await ReleaseAssert.FailsAsync(
            FailureReason.InvalidSettings,
            () => TagAsync(repository, "v{version}", [Chart("a", "1.0.0", commit), Chart("b", "2.0.0", commit)]));

        Assert.Empty(await repository.Git.RunAsync("tag"));
    }

    [Fact]
    public async Task Uncommitted_content_gets_no_tag()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        var dirty = Packages.Create("a", "1.0.0") with { Origin = null };

        Assert.Empty(await TagAsync(repository, "{name}-{version}", [dirty]));
        Assert.Empty(await repository.Git.RunAsync("tag"));
    }

    [Fact]
    public async Task A_pushed_tag_arrives_and_one_that_is_there_is_left_alone()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        using var remote = await repository.FollowRemoteAsync();
        var commit = await repository.Git.HeadAsync();
        IReadOnlyList<PackagedChart> charts = [Chart("a", "1.0.0", commit), Chart("b", "1.0.0", commit)];
        await TagAsync(repository, "{name}-{version}", [charts[0]], push: true);

        var tags = await TagAsync(repository, "{name}-{version}", charts, push: true);

        Assert.Equal([null, "origin"], tags.Select(tag => tag.PushedTo));
        Assert.Equal("a-1.0.0\nb-1.0.0\n", await repository.Git.RunAsync("--git-dir", remote.Path, "tag"));
    }

    [Fact]
    public async Task A_tag_that_the_remote_has_on_another_commit_is_refused_before_any_is_made()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        using var remote = await repository.FollowRemoteAsync();
        await repository.Git.TagAsync("a-1.0.0", "annotated");
        await repository.Git.RunAsync("push", "--quiet", "origin", "a-1.0.0");
        await repository.Git.RunAsync("tag", "--delete", "a-1.0.0");
        var second = await repository.Git.CommitAsync();

        var failure = await ReleaseAssert.FailsAsync(
            FailureReason.TagConflict, () => TagAsync(repository, "{name}-{version}", [Chart("a", "1.0.0", second)], push: true));

        Assert.Contains("At origin", failure.Found, StringComparison.Ordinal);
        Assert.Empty(await repository.Git.RunAsync("tag"));
    }

    private static PackagedChart Chart(string name, string version, string commit) =>
        Packages.Create(Packages.Metadata(name, version), origin: new ChartOrigin(commit, Packages.Origin.Time));

    private static async Task<IReadOnlyList<TaggedChart>> TagAsync(ChartRepository repository, string template, IReadOnlyList<PackagedChart> charts, bool push = false) =>
        await new ReleaseTagger(await repository.OpenAsync(), TagTemplate.Parse(template), push).TagAsync(charts, ReleaseAssert.Token);
}
