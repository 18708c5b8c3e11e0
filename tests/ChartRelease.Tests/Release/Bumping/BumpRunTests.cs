using ChartRelease.Release;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.Bumping.Journal;
using ChartRelease.Testing;
using ChartRelease.Tests.Release.History;
using ChartRelease.Tests.Release.Support;
using ChartRelease.Versioning;

namespace ChartRelease.Tests.Release.Bumping;

public sealed class BumpRunTests
{
    [Fact]
    public async Task All_charts_are_raised_in_one_commit()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        var before = await repository.Git.HeadAsync();

        var report = await repository.BumpAsync(Bumps.Patch);

        Assert.Equal(await repository.Git.HeadAsync(), report.Commit);
        Assert.Equal(before, (await repository.Git.RunAsync("rev-parse", "HEAD~1")).Trim());
        Assert.Equal("chore(chart): bump a to 1.0.1, bump b to 1.0.1", (await repository.Git.RunAsync("log", "-1", "--format=%B")).Trim());
        Assert.Equal(ChartRepository.ChartYaml("a", "1.0.1"), repository.Git.Read("helm/a/Chart.yaml"));
        Assert.Empty(await repository.Git.RunAsync("status", "--porcelain"));
        Assert.Equal(
            [("a", "helm/a/Chart.yaml", "1.0.0", "1.0.1"), ("b", "helm/b/Chart.yaml", "1.0.0", "1.0.1")],
            report.Charts.Select(chart => (chart.Name, chart.File, chart.OldVersion, chart.NewVersion)));
        Assert.Equal([new ChangedLine(3, "version: 1.0.0", "version: 1.0.1")], report.Charts[0].Changes);
    }

    [Fact]
    public async Task What_else_is_staged_stays_out_of_the_commit()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        repository.Git.Write("README.md", "x");
        await repository.Git.RunAsync("add", "README.md");

        await repository.BumpAsync(Bumps.Patch);

        Assert.Equal("helm/a/Chart.yaml", (await repository.Git.RunAsync("show", "--name-only", "--format=", "HEAD")).Trim());
        Assert.Equal("A  README.md", (await repository.Git.RunAsync("status", "--porcelain")).Trim());
    }

    [Fact]
    public async Task Without_a_commit_the_change_stays_in_the_work_tree()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        var before = await repository.Git.HeadAsync();

        var report = await repository.BumpAsync(Bumps.Patch with { Commit = false });

        Assert.Null(report.Commit);
        Assert.Equal(before, await repository.Git.HeadAsync());
        Assert.Equal(ChartRepository.ChartYaml("a", "1.0.1"), repository.Git.Read("helm/a/Chart.yaml"));
    }

    [Fact]
    public async Task A_hook_that_refuses_the_commit_leaves_every_file_as_it_was()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        RefuseCommits(repository);
        var before = await repository.Git.HeadAsync();

        await ReleaseAssert.FailsAsync(FailureReason.GitFailed, () => repository.BumpAsync(Bumps.Patch));

        Assert.Equal(before, await repository.Git.HeadAsync());
        Assert.Equal(ChartRepository.ChartYaml("a"), repository.Git.Read("helm/a/Chart.yaml"));
        Assert.Equal(ChartRepository.ChartYaml("b"), repository.Git.Read("helm/b/Chart.yaml"));
        Assert.Empty(await repository.Git.RunAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task The_permissions_of_a_file_stay()
    {
        using var repository = await ChartRepository.CreateAsync();
        repository.Git.WriteScript("helm/a/Chart.yaml", ChartRepository.ChartYaml("a"));
        await repository.Git.CommitAsync();

        await repository.BumpAsync(Bumps.Patch);

        Assert.Equal(":100755 100755", (await repository.Git.RunAsync("show", "--raw", "--format=", "HEAD"))[..14]);
    }

    [Theory]
    [InlineData("--skip-worktree")]
    [InlineData("--assume-unchanged")]
    public async Task A_file_that_git_does_not_look_at_is_refused_and_stays_as_it_was(string flag)
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        var head = await repository.Git.HeadAsync();
        await repository.Git.RunAsync("update-index", flag, "helm/a/Chart.yaml");

        var failure = await ReleaseAssert.FailsAsync(FailureReason.RepositoryNotWritable, () => repository.BumpAsync(Bumps.Patch));

        Assert.Contains("no change in helm/a/Chart.yaml", failure.Found, StringComparison.Ordinal);
        Assert.Equal(("1.0.0", "1.0.0"), (repository.Version("a"), repository.Version("b")));
        await repository.AssertCleanAsync(head);
    }

    [Fact]
    public async Task A_file_that_is_a_link_is_refused()
    {
        using var repository = await ChartRepository.CreateAsync();
        repository.Git.Write("shared/Chart.yaml", ChartRepository.ChartYaml("a"));
        Directory.CreateDirectory(repository.Git.Combine("helm/a"));
        File.CreateSymbolicLink(repository.Git.Combine("helm/a/Chart.yaml"), "../../shared/Chart.yaml");
        var head = await repository.Git.CommitAsync();

        var failure = await ReleaseAssert.FailsAsync(FailureReason.RepositoryNotWritable, () => repository.BumpAsync(Bumps.Patch));

        Assert.Contains("../../shared/Chart.yaml", failure.Next, StringComparison.Ordinal);
        await repository.AssertCleanAsync(head);
    }

    [Fact]
    public async Task A_commit_is_signed_when_the_settings_say_so()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        await using var gpg = await GpgHome.CreateAsync("Test Author <author@example.com>", ReleaseAssert.Token);
        await repository.Git.RunAsync("config", "gpg.program", gpg.Program);
        await repository.Git.RunAsync("config", "commit.gpgSign", "true");

        var report = await repository.BumpAsync(Bumps.Patch);

        await repository.Git.RunAsync("verify-commit", report.Commit!);
        await repository.Git.RunAsync("config", "gpg.program", repository.Git.Combine("no-such-gpg"));
        await ReleaseAssert.FailsAsync(FailureReason.GitFailed, () => repository.BumpAsync(Bumps.Patch));
        await repository.AssertCleanAsync(report.Commit!);
    }

    [Fact]
    public async Task A_stated_version_for_several_charts_is_refused_with_their_names()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");

        var failure = await ReleaseAssert.FailsAsync(
            FailureReason.InvalidSettings, () => repository.BumpAsync(new BumpRequest(null, "2.0.0", null, true)));

        Assert.Contains("a, b", failure.Found, StringComparison.Ordinal);
        Assert.Empty(await repository.Git.RunAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task A_lower_version_is_refused_before_any_file_is_touched()
    {
        using var repository = await ChartRepository.CreateAsync("a");

        await ReleaseAssert.FailsAsync(FailureReason.InvalidVersion, () => repository.BumpAsync(new BumpRequest(null, "0.9.0", null, true)));

        Assert.Empty(await repository.Git.RunAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task One_chart_that_cannot_be_raised_stops_all_before_any_file_is_touched()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        repository.WriteChart("b", "1.0.0-rc.1");
        await repository.Git.CommitAsync();

        await ReleaseAssert.FailsAsync(
            FailureReason.InvalidVersion, () => repository.BumpAsync(new BumpRequest(BumpKind.Release, null, null, true)));

        Assert.Empty(await repository.Git.RunAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task Only_appVersion_may_change()
    {
        using var repository = await ChartRepository.CreateAsync("a");

        var report = await repository.BumpAsync(new BumpRequest(null, null, "2.5", true));

        Assert.Contains("version: 1.0.0\nappVersion: \"2.5\"\n", repository.Git.Read("helm/a/Chart.yaml"), StringComparison.Ordinal);
        Assert.Equal(("1.0.0", "1.0.0"), (report.Charts[0].OldVersion, report.Charts[0].NewVersion));
        Assert.Equal("chore(chart): set the appVersion of a", (await repository.Git.RunAsync("log", "-1", "--format=%B")).Trim());
    }

    [Fact]
    public async Task An_appVersion_that_is_there_already_changes_nothing()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        var before = await repository.Git.HeadAsync();

        var report = await repository.BumpAsync(new BumpRequest(null, null, "1", true));

        Assert.Empty(report.Charts);
        Assert.Null(report.Commit);
        Assert.Equal(before, await repository.Git.HeadAsync());
    }

    [Fact]
    public async Task Line_ends_byte_order_mark_comments_and_quotes_are_kept()
    {
        const string Text = "\uFEFF# A chart.\r\napiVersion: v2\r\nname: a\r\nversion: '1.0.0' # keep\r\nappVersion: \"1\"";
        using var repository = await ChartRepository.CreateAsync();
        repository.Git.Write("helm/a/Chart.yaml", Text);
        await repository.Git.CommitAsync();

        var report = await repository.BumpAsync(Bumps.Patch);

        Assert.Equal(
            System.Text.Encoding.UTF8.GetBytes(Text.Replace("1.0.0", "1.0.1", StringComparison.Ordinal)),
            await File.ReadAllBytesAsync(repository.Git.Combine("helm/a/Chart.yaml"), ReleaseAssert.Token));
        Assert.Equal([new ChangedLine(4, "version: '1.0.0' # keep", "version: '1.0.1' # keep")], report.Charts[0].Changes);
    }

    [Fact]
    public async Task A_stopped_run_leaves_every_file_as_it_was()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => repository.BumpAsync(Bumps.Patch, token: new CancellationToken(canceled: true)));

        Assert.Empty(await repository.Git.RunAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task Without_an_answer_of_the_registry_commits_decide_nothing_and_a_stated_version_is_taken_with_a_warning()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        var head = await repository.Git.HeadAsync();
        var published = new PublishedList { Failure = new Failure(FailureReason.RegistryUnreachable, "Nobody answers.", "An answer.", "Wait.") };
        var log = new RecordingLog();

        await ReleaseAssert.FailsAsync(FailureReason.RegistryUnreachable, () => repository.BumpAsync(Bumps.Auto, published));
        await repository.AssertCleanAsync(head);
        await repository.BumpAsync(Bumps.Patch, published, log);

        Assert.Equal("1.0.1", repository.Version("a"));
        Assert.Contains("Nobody answers.", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_shallow_clone_without_tags_commits_decide_nothing()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        await repository.Git.TagAsync("a-1.0.0");
        repository.Git.Write("helm/a/values.yaml", "x: 1\n");
        await repository.Git.CommitAsync("feat: more");
        using var clone = await repository.Git.CloneAsync(depth: 1);
        await using var run = repository.Pipeline(repository.Options with { WorkingDirectory = clone.Path });

        await ReleaseAssert.FailsAsync(FailureReason.ShallowClone, () => run.BumpAsync(Bumps.Auto, ReleaseAssert.Token));

        Assert.Equal("1.0.1", Assert.Single((await run.BumpAsync(Bumps.Patch, ReleaseAssert.Token)).Charts).NewVersion);
    }

    [Fact]
    public async Task A_version_that_the_registry_has_is_not_made_again()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        var published = new PublishedList().Add("a", "1.0.1", await repository.Git.HeadAsync());

        var report = await repository.BumpAsync(Bumps.Patch, published);

        Assert.Equal("1.0.2", Assert.Single(report.Charts).NewVersion);
    }

    [Fact]
    public async Task An_edit_that_is_saved_while_versions_are_decided_is_neither_committed_nor_overwritten()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        var head = await repository.Git.HeadAsync();
        var edited = $"{ChartRepository.ChartYaml("a")}# edited\n";

        await ReleaseAssert.FailsAsync(
            FailureReason.UncommittedChanges,
            () => repository.BumpAsync(Bumps.Patch, meanwhile: () => repository.Git.Write("helm/a/Chart.yaml", edited)));

        Assert.Equal(edited, repository.Git.Read("helm/a/Chart.yaml"));
        Assert.Equal(head, await repository.Git.HeadAsync());
    }

    [Fact]
    public async Task A_file_that_is_not_as_it_was_read_is_not_written()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        var git = await ChartRelease.Git.GitRepository.OpenAsync(repository.Root, ReleaseAssert.Token);
        List<FileEdit> edits = [new("helm/a/Chart.yaml", "read"u8.ToArray(), "new"u8.ToArray())];
        var journal = BumpJournal.Of(git.HeadCommit, "", "bump", [], edits);

        var failure = await ReleaseAssert.FailsAsync(
            FailureReason.UncommittedChanges, () => new ReleaseBumper(git).WriteAsync(journal, edits, ReleaseAssert.Token));

        Assert.Contains("edited while", failure.Found, StringComparison.Ordinal);
        Assert.Equal(ChartRepository.ChartYaml("a"), repository.Git.Read("helm/a/Chart.yaml"));
    }

    private static void RefuseCommits(ChartRepository repository) => repository.Git.WriteScript(".git/hooks/pre-commit", "echo no >&2; exit 1");
}
