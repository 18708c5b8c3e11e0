using ChartRelease.Tests.Release.Support;
using static ChartRelease.Tests.Release.History.Histories;

namespace ChartRelease.Tests.Release.History;

public sealed class ChangesTests
{
    [Fact]
    public async Task Commits_that_touched_the_chart_are_told_newest_first()
    {
        using var repository = await ChartRepository.CreateAsync("demo", "other");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.ChangeAsync("fix: one", "1");
        await repository.ChangeAsync("fix: elsewhere", "1", "other");
        await repository.ChangeAsync("feat: two", "2");

        var history = await ReadAsync(repository);

        var (demo, other) = (history.Charts[0], history.Charts[1]);
        Assert.Equal((true, null), (demo.HasChanged, other.HasChanged));
        Assert.Equal(["feat: two", "fix: one"], demo.Commits.Subjects());
        Assert.Same(demo.Commits, demo.CommitsSinceStable);
        Assert.All(demo.Commits, commit => Assert.True(commit.IsOwn));
    }

    [Fact]
    public async Task What_was_taken_back_needs_no_release()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.ChangeAsync("feat: try", "1");
        await repository.Git.RunAsync("revert", "--no-edit", "HEAD");

        var chart = await DemoAsync(repository);

        Assert.Equal(false, chart.HasChanged);
        Assert.Empty(chart.Commits);
    }

    [Fact]
    public async Task A_merged_branch_brings_its_commits_and_a_clean_merge_none_of_its_own()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.Git.RunAsync("checkout", "--quiet", "-b", "side");
        await repository.ChangeAsync("feat: side", "1");
        await repository.Git.RunAsync("checkout", "--quiet", "main");
        await repository.ChangeAsync("fix: main", "2", file: "templates/x.yaml");
        await repository.Git.RunAsync("merge", "--quiet", "--no-ff", "side", "--message", "Merge side");

        var chart = await DemoAsync(repository);

        Assert.Equal(["feat: side", "fix: main"], chart.Commits.Subjects().Order());
    }

    [Fact]
    public async Task A_merge_that_changes_more_is_a_change()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.RunAsync("checkout", "--quiet", "-b", "side");
        await repository.Git.CommitAsync("docs: side");
        await repository.Git.RunAsync("checkout", "--quiet", "main");
        await repository.Git.CommitAsync("docs: main");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.Git.RunAsync("merge", "--quiet", "--no-ff", "--no-commit", "side");

        await repository.ChangeAsync("Merge with more", "1");

        var merge = Assert.Single((await DemoAsync(repository)).Commits).Commit;
        Assert.Equal("Merge with more", merge.Subject);
        Assert.True(merge.IsMerge);
    }

    [Fact]
    public async Task A_squash_is_one_commit_and_a_cherry_pick_one_on_each_branch()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.Git.RunAsync("checkout", "--quiet", "-b", "side");
        await repository.ChangeAsync("feat: a", "1", file: "a.yaml");
        var fix = await repository.ChangeAsync("fix: b", "1", file: "b.yaml");
        await repository.Git.RunAsync("checkout", "--quiet", "main");
        await repository.Git.RunAsync("cherry-pick", fix);
        await repository.Git.TagAsync("demo-1.0.1");
        await repository.Git.RunAsync("merge", "--quiet", "--squash", "side");
        await repository.Git.CommitAsync("feat: a, b (#7)");

        var main = await DemoAsync(repository);
        var side = await DemoAsync(repository, commit: "side");

        Assert.Equal(["feat: a, b (#7)"], main.Commits.Subjects());
        Assert.Equal(["fix: b", "feat: a"], side.Commits.Subjects());
        Assert.Equal("1.0.0", $"{side.LastRelease!.Version}");
    }

    [Fact]
    public async Task A_chart_that_only_moved_is_unchanged()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.ChangeAsync("fix: x", "1");
        await repository.Git.TagAsync("demo-1.0.0");
        Directory.CreateDirectory(repository.Git.Combine("charts"));
        await repository.Git.RunAsync("mv", "helm/demo", "charts/demo");
        await repository.Git.CommitAsync("refactor: move");

        var moved = await DemoAsync(repository);
        repository.Git.Write("charts/demo/values.yaml", "value: 2\n");
        await repository.Git.CommitAsync("fix: after");
        var changed = await DemoAsync(repository);

        Assert.Equal(("charts/demo", false), (moved.Folder, moved.HasChanged));
        Assert.Equal(["fix: after", "refactor: move"], changed.Commits.Subjects());
    }

    [Fact]
    public async Task A_commit_beside_the_move_is_told_with_the_folder_it_had()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.ChangeAsync("fix: before", "1");
        Directory.CreateDirectory(repository.Git.Combine("charts"));
        await repository.Git.RunAsync("mv", "helm/demo", "charts/demo");
        await repository.Git.CommitAsync("refactor: move");

        var chart = await DemoAsync(repository);

        Assert.Equal(["refactor: move", "fix: before"], chart.Commits.Subjects());
    }

    [Fact]
    public async Task A_local_dependency_changes_what_is_made_of_it()
    {
        using var repository = await ChartRepository.CreateAsync("demo", "library");
        repository.Git.Write("helm/demo/Chart.yaml", """
            apiVersion: v2
            name: demo
            version: 1.0.0
            dependencies:
              - name: middle
                version: 1.0.0
                repository: file://../../parts/middle

            """);
        repository.Git.Write("parts/middle/Chart.yaml", """
            apiVersion: v2
            name: middle
            version: 1.0.0
            dependencies:
              - name: library
                version: 1.0.0
                repository: file://../../helm/library

            """);
        await repository.Git.CommitAsync("parts");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.ChangeAsync("feat: in the library", "1", "library");
        var state = await repository.StateAsync();
        await using var committed = state.Repository.OpenSource(state.Tree);
        var demo = ChartRelease.Charts.ChartReader.Read(committed, "helm/demo");

        var subject = ChartRelease.Release.History.HistorySubjects.Of(demo, committed);
        var reader = new ChartRelease.Release.History.HistoryReader(state.Repository, Named, new PublishedList(), 1);
        var chart = Assert.Single((await reader.ReadAsync(state.Tree.Commit, [subject], ReleaseAssert.Token)).Charts);

        Assert.Equal(["parts/middle", "helm/library"], subject.Dependencies);
        Assert.Equal(true, chart.HasChanged);
        Assert.Equal([("feat: in the library", false)], chart.Commits.Select(commit => (commit.Commit.Subject, commit.IsOwn)));
    }

    [Fact]
    public async Task After_a_prerelease_the_commits_since_the_stable_one_are_known_too()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.ChangeAsync("feat: one", "1");
        await repository.Git.TagAsync("demo-1.1.0-rc.1");

        var unchanged = await DemoAsync(repository);
        await repository.ChangeAsync("fix: two", "2");
        var changed = await DemoAsync(repository);

        Assert.Equal(("1.1.0-rc.1", "1.0.0", false), ($"{unchanged.Base!.Version}", $"{unchanged.StableBase!.Version}", unchanged.HasChanged));
        Assert.Empty(unchanged.Commits);
        Assert.Equal(["feat: one"], unchanged.CommitsSinceStable.Subjects());
        Assert.Equal(["fix: two"], changed.Commits.Subjects());
        Assert.Equal(["fix: two", "feat: one"], changed.CommitsSinceStable.Subjects());
    }

    [Fact]
    public async Task Two_versions_on_one_commit_are_no_trouble()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.Git.TagAsync("demo-1.1.0-rc.1");
        await repository.ChangeAsync("fix: two", "2");

        Assert.Equal(["fix: two"], (await DemoAsync(repository)).Commits.Subjects());
    }
}
