using ChartRelease.Release;
using ChartRelease.Tests.Release.Support;
using ChartRelease.Versioning;
using static ChartRelease.Tests.Release.History.Histories;

namespace ChartRelease.Tests.Release.History;

public sealed class LastReleaseTests
{
    private static readonly Failure _refused = new(FailureReason.Unauthorized, "No.", "Yes.", "Log in.");

    [Fact]
    public async Task A_chart_that_was_never_released_has_no_history()
    {
        using var repository = await ChartRepository.CreateAsync("demo");

        var chart = await DemoAsync(repository, tags: TagPatterns.Default);

        Assert.Equal((null, null, null), (chart.LastRelease, chart.Base, chart.HasChanged));
        Assert.Empty(chart.Commits);
        chart.ThrowIfUnknown();
    }

    [Fact]
    public async Task The_newest_version_counts_not_the_newest_tag()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.10.0");
        await repository.ChangeAsync("fix: later", "2");
        await repository.Git.TagAsync("demo-1.9.0", "annotated");

        var chart = await DemoAsync(repository);

        Assert.Equal(("1.10.0", "demo-1.10.0"), ($"{chart.Base!.Version}", chart.Base.Tag));
        Assert.Equal(["1.10.0", "1.9.0"], chart.Releases.Select(release => $"{release.Version}"));
        Assert.Equal(["fix: later"], chart.Commits.Subjects());
    }

    [Fact]
    public async Task A_tag_on_a_snapshot_is_no_release()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.ChangeAsync("fix: later", "2");
        await repository.Git.TagAsync("demo-1.0.1-dev.1.g1a2b3c4");

        var chart = await DemoAsync(repository);

        Assert.Equal("1.0.0", $"{Assert.Single(chart.Releases).Version}");
        Assert.Equal(["fix: later"], chart.Commits.Subjects());
    }

    [Fact]
    public async Task Tags_of_other_branches_are_known_and_no_predecessors()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.2.0");
        await repository.Git.RunAsync("checkout", "--quiet", "-b", "next");
        await repository.ChangeAsync("feat!: next", "2");
        await repository.Git.TagAsync("demo-2.0.0");
        await repository.Git.RunAsync("checkout", "--quiet", "main");
        await repository.ChangeAsync("fix: here", "3");

        var chart = await DemoAsync(repository);

        Assert.Equal("1.2.0", $"{chart.LastRelease!.Version}");
        Assert.Equal(["2.0.0", "1.2.0"], chart.Releases.Select(release => $"{release.Version}"));
        Assert.Equal([false, true], chart.Releases.Select(release => release.IsAncestor));
        Assert.Equal(["fix: here"], chart.Commits.Subjects());
    }

    [Fact]
    public async Task A_hotfix_branch_below_a_newer_major_follows_its_own_line()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.2.0");
        await repository.ChangeAsync("feat!: two", "2");
        await repository.Git.TagAsync("demo-2.0.0");
        await repository.Git.RunAsync("checkout", "--quiet", "-b", "1.2.x", "demo-1.2.0");
        await repository.ChangeAsync("fix: one", "1.2.1");
        await repository.Git.TagAsync("demo-1.2.1");
        await repository.ChangeAsync("fix: two", "1.2.2");
        var published = new PublishedList().Add("demo", "1.2.0").Add("demo", "1.2.1").Add("demo", "2.0.0");

        var chart = await DemoAsync(repository, published);

        Assert.Equal("1.2.1", $"{chart.LastRelease!.Version}");
        Assert.Equal(["fix: two"], chart.Commits.Subjects());
        Assert.Empty(chart.Notices);
        Assert.Empty(published.Looked);
    }

    [Fact]
    public async Task A_release_without_a_tag_is_found_by_the_commit_its_manifest_names()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.0.0");
        var released = await repository.ChangeAsync("fix: released", "2");
        await repository.ChangeAsync("fix: since", "3");

        var chart = await DemoAsync(repository, new PublishedList().Add("demo", "1.0.0").Add("demo", "1.0.1", released));

        Assert.Equal(("1.0.1", released, null), ($"{chart.Base!.Version}", chart.Base.Commit, chart.Base.Tag));
        Assert.Equal(chart.Base, chart.LastRelease);
        Assert.Equal(["fix: since"], chart.Commits.Subjects());
        Assert.Equal("oci://there lists 1.0.1, and no Git tag names it; the newest tag is demo-1.0.0.", Assert.Single(chart.Notices));
    }

    [Fact]
    public async Task A_release_of_unknown_origin_is_the_last_and_changes_count_from_the_last_that_is_known()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.ChangeAsync("fix: since", "2");

        var chart = await DemoAsync(repository, new PublishedList().Add("demo", "1.0.0").Add("demo", "1.3.0"));

        Assert.Equal(("1.3.0", "1.0.0"), ($"{chart.LastRelease!.Version}", $"{chart.Base!.Version}"));
        Assert.Equal(["fix: since"], chart.Commits.Subjects());
        chart.ThrowIfUnknown();
    }

    [Fact]
    public async Task Without_any_commit_nothing_is_said_of_changes()
    {
        using var repository = await ChartRepository.CreateAsync("demo");

        var chart = await DemoAsync(repository, new PublishedList().Add("demo", "0.9.0"));

        Assert.Equal(("0.9.0", null, null), ($"{chart.LastRelease!.Version}", chart.Base, chart.HasChanged));
        Assert.Contains("git fetch --tags", Assert.Single(chart.Notices), StringComparison.Ordinal);
        var exception = Assert.Throws<ChartReleaseException>(chart.ThrowIfUnknown);
        Assert.Equal(FailureReason.ReleaseUnknown, exception.Reason);
        Assert.Contains("fetch-depth: 0", exception.Failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_of_another_branch_is_passed_over_for_the_one_below_the_version_of_the_commit()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        var first = await repository.Git.HeadAsync();
        await repository.Git.RunAsync("checkout", "--quiet", "-b", "next");
        var other = await repository.ChangeAsync("feat!: two", "2");
        await repository.Git.RunAsync("checkout", "--quiet", "main");
        var published = new PublishedList().Add("demo", "2.1.0", other).Add("demo", "2.0.0", other).Add("demo", "1.0.0", first).Add("demo", "0.9.0", first);

        var chart = await DemoAsync(repository, published, TagPatterns.Default);

        Assert.Equal("1.0.0", $"{chart.LastRelease!.Version}");
        Assert.Equal(false, chart.HasChanged);
        Assert.Equal(["demo 2.1.0", "demo 1.0.0"], published.Looked);
        Assert.Empty(chart.Notices);
    }

    [Fact]
    public async Task A_tag_that_the_target_does_not_list_is_told()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.Git.TagAsync("demo-1.1.0");

        var chart = await DemoAsync(repository, new PublishedList().Add("demo", "1.0.0"));

        Assert.Equal("1.1.0", $"{chart.LastRelease!.Version}");
        Assert.Equal("The Git tag demo-1.1.0 names a version that oci://there does not list; its newest is 1.0.0.", Assert.Single(chart.Notices));
    }

    [Fact]
    public async Task A_target_that_cannot_list_is_no_target_without_versions()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.0.0");

        var chart = await DemoAsync(repository, new PublishedList { Failure = _refused });

        Assert.Equal("1.0.0", $"{chart.LastRelease!.Version}");
        Assert.Equal(_refused, Assert.Throws<ChartReleaseException>(chart.ThrowIfUnknown).Failure);
    }

    [Fact]
    public async Task Tags_that_are_no_versions_are_listed()
    {
        using var repository = await ChartRepository.CreateAsync("demo", "other");
        foreach (var tag in new[] { "demo-v1.2.3", "demo-1.2", "other-2", "nightly" })
        {
            await repository.Git.TagAsync(tag);
        }

        var history = await ReadAsync(repository);

        Assert.Equal(
            "3 Git tags are named like a release, without a Semantic Version, and ignored: demo-1.2, demo-v1.2.3, other-2.",
            Assert.Single(history.Notices));
        Assert.All(history.Charts, chart => Assert.Null(chart.LastRelease));
    }

    [Fact]
    public async Task Of_two_tags_for_a_version_the_preferred_pattern_counts()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("v1.0.0");
        await repository.ChangeAsync("fix: x", "2");
        await repository.Git.TagAsync("demo-1.0.0");
        var tags = new TagPatterns([TagTemplate.Parse("{name}-{version}"), TagTemplate.Parse("v{version}")], true);

        var history = await ReadAsync(repository, tags: tags);

        Assert.Equal("demo-1.0.0", history.Charts[0].Base!.Tag);
        Assert.Contains("demo-1.0.0 counts, v1.0.0 does not", Assert.Single(history.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shallow_clone_that_hides_the_last_release_is_refused()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.ChangeAsync("fix: x", "2");
        await repository.ChangeAsync("fix: y", "3");
        using var shallow = await repository.Git.CloneAsync(2);
        await shallow.RunAsync("fetch", "--quiet", "--depth=1", "origin", "refs/tags/*:refs/tags/*");
        using var untagged = await repository.Git.CloneAsync(2, "--no-tags");

        var hidden = await ReleaseAssert.FailsAsync(FailureReason.ShallowClone, () => DemoAsync(repository, folder: shallow.Path));
        var missing = await ReleaseAssert.FailsAsync(FailureReason.ShallowClone, () => DemoAsync(repository, new PublishedList().Add("demo", "1.0.0"), folder: untagged.Path));

        Assert.Contains("fetch-depth: 0", hidden.Next, StringComparison.Ordinal);
        Assert.Contains("--tags", missing.Next, StringComparison.Ordinal);
    }
}
