using System.Text;
using ChartRelease.Charts;
using ChartRelease.Release;
using ChartRelease.Release.Reading;
using ChartRelease.Tests.Release.History;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Reading;

public sealed class BuildVersionsTests
{
    private static readonly VersionSources _tag = new(VersionSource.Tag, VersionSource.Tag);
    private static readonly VersionSources _snapshot = new(VersionSource.Snapshot, VersionSource.Chart);

    [Theory]
    [InlineData("v1.541.0", "1.541.0", "v1.541.0")]
    [InlineData("1.541.0", "1.541.0", "1.541.0")]
    [InlineData("helm-v0.3.1", "0.3.1", "1")]
    [InlineData("demo-0.3.1", "0.3.1", "1")]
    public async Task A_tag_gives_the_version_without_v_and_the_appVersion_with_it_unless_it_is_of_the_chart(string tag, string version, string appVersion)
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync(tag);
        await repository.Git.TagAsync("unrelated");

        var chart = await BuildAsync(repository, _tag);

        Assert.Equal((version, appVersion), (chart.Version, chart.AppVersion));
        Assert.Equal(ChartRepository.ChartYaml("demo", version).Replace("\"1\"", $"\"{appVersion}\"", StringComparison.Ordinal), chart.ChartYaml);
        await AssertUntouchedAsync(repository);
    }

    [Fact]
    public async Task Version_and_appVersion_have_sources_of_their_own()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("v2.0.0", "annotated");

        var chart = await BuildAsync(repository, new VersionSources(VersionSource.Chart, VersionSource.Tag));

        Assert.Equal(("1.0.0", "v2.0.0"), (chart.Version, chart.AppVersion));
    }

    [Fact]
    public async Task A_commit_without_such_a_tag_is_refused_with_the_tags_it_has()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("v2.0.0");
        await repository.Git.CommitAsync();
        await repository.Git.TagAsync("nightly");

        var failure = await ReleaseAssert.FailsAsync(FailureReason.InvalidVersion, () => BuildAsync(repository, _tag));

        Assert.Contains("only nightly", failure.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_tags_the_named_one_counts()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("v2.0.0");
        await repository.Git.TagAsync("helm-v1.1.0");

        var failure = await ReleaseAssert.FailsAsync(FailureReason.InvalidVersion, () => BuildAsync(repository, _tag));

        Assert.Contains("helm-v1.1.0, v2.0.0", failure.Found, StringComparison.Ordinal);
        Assert.Equal("1.1.0", (await BuildAsync(repository, _tag, "helm-v1.1.0")).Version);
        Assert.Equal("2.0.0", (await BuildAsync(repository, _tag, "refs/tags/v2.0.0")).Version);
    }

    [Fact]
    public async Task A_snapshot_counts_the_commits_since_the_release_and_names_its_own()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.Git.CommitAsync("elsewhere");
        var head = await repository.ChangeAsync("fix: here", "2");

        Assert.Equal($"1.0.1-dev.2.g{head[..7]}", (await BuildAsync(repository, _snapshot)).Version);
        await AssertUntouchedAsync(repository);
    }

    [Fact]
    public async Task A_snapshot_needs_the_whole_history()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.CommitAsync();
        using var clone = await repository.Git.CloneAsync(depth: 1);
        var options = repository.Options with { WorkingDirectory = clone.Path };
        var state = await repository.StateAsync(options);

        await ReleaseAssert.FailsAsync(
            FailureReason.ShallowClone,
            () => new BuildVersions(state, options with { VersionSources = _snapshot }, _ => Histories.ReadAsync(repository, folder: clone.Path))
                .ApplyAsync([], ReleaseAssert.Token));
    }

    private static async Task<Built> BuildAsync(ChartRepository repository, VersionSources sources, string commit = "HEAD")
    {
        var options = repository.Options with { VersionSources = sources, Commit = commit };
        var state = await repository.StateAsync(options);
        await using var committed = state.Repository.OpenSource(state.Tree);
        var versions = new BuildVersions(state, options, _ => Histories.ReadAsync(repository, commit: commit));
        var chart = (await versions.ApplyAsync([new SourcedChart(ChartReader.Read(committed, "helm/demo"), null)], ReleaseAssert.Token))[0].Chart;
        return new Built(chart.Version, chart.Metadata.AppVersion, Encoding.UTF8.GetString(chart.Source.ReadAll(chart.Files[0])));
    }

    private static async Task AssertUntouchedAsync(ChartRepository repository)
    {
        Assert.Empty(await repository.Git.RunAsync("status", "--porcelain"));
        Assert.Equal("1.0.0", ChartYaml.Parse(await File.ReadAllBytesAsync(repository.Git.Combine("helm/demo/Chart.yaml")), "Chart.yaml").Metadata.Version);
    }

    private sealed record Built(string Version, string? AppVersion, string ChartYaml);
}
