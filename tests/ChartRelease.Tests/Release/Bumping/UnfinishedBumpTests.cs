using ChartRelease.Git;
using ChartRelease.Processes;
using ChartRelease.Release;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.Bumping.Journal;
using ChartRelease.Release.Progress;
using ChartRelease.Testing;
using ChartRelease.Tests.Release.Support;
using ChartRelease.Versioning;

namespace ChartRelease.Tests.Release.Bumping;

/// <summary>What a killed version change left, and what the next run makes of it. Real runs are killed in the integration tests.</summary>
public sealed class UnfinishedBumpTests
{
    [Fact]
    public async Task What_was_half_written_is_undone_and_told_and_the_change_made_once()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        await new KilledBump(repository).WriteSomeAsync();
        var log = new RecordingLog();

        var report = await BumpAsync(repository, Bumps.Patch, log);

        Assert.Equal(["1.0.1", "1.0.1"], report.Charts.Select(chart => chart.NewVersion));
        Assert.Contains("begun and not ended is undone; helm/a/Chart.yaml is as before.", log.Text, StringComparison.Ordinal);
        await AssertDoneAsync(repository, commits: 2);
    }

    [Fact]
    public async Task What_was_written_and_staged_is_undone_in_the_index_too()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        repository.Git.Write("README.md", "x");
        await repository.Git.RunAsync("add", "README.md");
        await new KilledBump(repository).WriteAllAsync();

        await UndoAsync(repository);

        Assert.Equal("A  README.md\n", await repository.Git.RunAsync("status", "--porcelain"));
        Assert.False(File.Exists(repository.Git.Combine("helm/a/CHANGELOG.md")));
        Assert.Equal("1.0.0", repository.Version("b"));
    }

    [Fact]
    public async Task What_was_committed_is_the_answer_to_the_same_request()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        var commit = await new KilledBump(repository).CommitAsync();

        var report = await BumpAsync(repository, Bumps.Patch);

        Assert.Equal(commit, report.Commit);
        Assert.Equal([new ChangedLine(3, "version: 1.0.0", "version: 1.0.1")], report.Charts[0].Changes);
        await AssertDoneAsync(repository, commits: 2);
    }

    [Fact]
    public async Task What_was_committed_is_pushed_when_the_same_request_comes_again()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        using var remote = await repository.FollowRemoteAsync();
        var commit = await new KilledBump(repository).CommitAsync();

        var report = await BumpAsync(repository, Bumps.Patch with { Push = true });

        Assert.Equal((commit, "origin/main"), (report.Commit, report.PushedTo));
        Assert.StartsWith(commit, await repository.Git.RunAsync("ls-remote", "origin", "refs/heads/main"), StringComparison.Ordinal);
        await AssertDoneAsync(repository, commits: 2);
    }

    [Fact]
    public async Task What_was_committed_and_the_remote_refuses_is_taken_back()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        using var remote = await repository.FollowRemoteAsync();
        Script.Write(remote, "hooks/pre-receive", "exit 1");
        var head = await repository.Git.HeadAsync();
        var killed = new KilledBump(repository);
        await killed.CommitAsync();

        await ReleaseAssert.FailsAsync(FailureReason.GitFailed, () => BumpAsync(repository, Bumps.Patch with { Push = true }));

        await repository.AssertCleanAsync(head);
        Assert.False(File.Exists(killed.Journal));
    }

    [Fact]
    public async Task Another_request_goes_on_top_of_what_was_committed()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        await new KilledBump(repository).CommitAsync();

        var report = await BumpAsync(repository, new BumpRequest(BumpKind.Minor, null, null, Commit: true));

        Assert.Equal(["1.1.0", "1.1.0"], report.Charts.Select(chart => chart.NewVersion));
        Assert.Equal("3", (await repository.Git.RunAsync("rev-list", "--count", "HEAD")).Trim());
    }

    [Fact]
    public async Task An_index_that_lags_behind_the_commit_is_brought_up_to_it()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        var commit = await new KilledBump(repository).CommitAsync();
        await repository.Git.RunAsync("read-tree", "HEAD^");

        Assert.Equal(commit, (await BumpAsync(repository, Bumps.Patch)).Commit);

        await AssertDoneAsync(repository, commits: 2);
    }

    [Theory]
    [InlineData("chore(chart): bump a to 1.0.1", "1.0.0")]
    [InlineData("docs: by hand", "1.0.1")]
    public async Task A_commit_of_somebody_else_is_not_taken_for_the_change(string message, string version)
    {
        using var repository = await ChartRepository.CreateAsync("a");
        using var remote = await repository.FollowRemoteAsync();
        Script.Write(remote, "hooks/pre-receive", "exit 1");
        await new KilledBump(repository, "a").BeginAsync();
        repository.Git.Write("helm/a/Chart.yaml", $"{ChartRepository.ChartYaml("a", version)}# by hand\n");
        repository.Git.Write("helm/a/CHANGELOG.md", "# by hand\n");
        var theirs = await repository.Git.CommitAsync(message);

        await ReleaseAssert.FailsAsync(FailureReason.GitFailed, () => BumpAsync(repository, Bumps.Patch with { Push = true }));

        await repository.AssertCleanAsync(theirs);
        Assert.NotEqual(theirs, (await BumpAsync(repository, Bumps.Patch)).Commit);
        await AssertDoneAsync(repository, commits: 3);
    }

    [Fact]
    public async Task A_commit_with_other_content_and_words_around_its_subject_is_known_and_never_taken_back()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        using var remote = await repository.FollowRemoteAsync();
        await new KilledBump(repository).WriteAllAsync();
        var formatted = $"{ChartRepository.ChartYaml("a", "1.0.1")}# formatted\n";
        repository.Git.Write("helm/a/Chart.yaml", formatted);
        var commit = await repository.Git.CommitAsync("JIRA-1 chore(chart): bump a to 1.0.1, bump b to 1.0.1");

        // Killed before the index was brought up to it.
        repository.WriteChart("a", "1.0.1");
        await repository.Git.RunAsync("add", "helm/a");
        repository.Git.Write("helm/a/Chart.yaml", formatted);
        Script.Write(remote, "hooks/pre-receive", "exit 1");
        await ReleaseAssert.FailsAsync(FailureReason.GitFailed, () => BumpAsync(repository, Bumps.Patch with { Push = true }));
        await repository.AssertCleanAsync(commit);
        Script.Write(remote, "hooks/pre-receive", "exit 0");

        Assert.Equal(commit, (await BumpAsync(repository, Bumps.Patch with { Push = true })).Commit);
        await AssertDoneAsync(repository, commits: 2);
    }

    [Fact]
    public async Task What_a_hook_made_of_the_files_goes_too_when_the_remote_refuses()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        using var remote = await repository.FollowRemoteAsync();
        repository.Git.WriteScript(".git/hooks/pre-commit", "echo '# formatted' >> helm/a/Chart.yaml; git add helm/a/Chart.yaml");
        repository.Git.WriteScript(".git/hooks/pre-push", "git show HEAD:helm/a/Chart.yaml > .git/pushed; exit 1");
        var head = await repository.Git.HeadAsync();

        await ReleaseAssert.FailsAsync(FailureReason.GitFailed, () => BumpAsync(repository, Bumps.Patch with { Push = true }));

        Assert.EndsWith("# formatted\n", repository.Git.Read(".git/pushed"), StringComparison.Ordinal);
        await repository.AssertCleanAsync(head);
        Assert.False(File.Exists(new KilledBump(repository).Journal));
    }

    [Fact]
    public async Task What_is_staged_during_a_push_that_is_refused_stays()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        using var remote = await repository.FollowRemoteAsync();
        repository.Git.Write("README.md", "x");
        repository.Git.WriteScript(".git/hooks/pre-push", "git add README.md; exit 1");

        await ReleaseAssert.FailsAsync(FailureReason.GitFailed, () => BumpAsync(repository, Bumps.Patch with { Push = true }));

        Assert.Equal("A  README.md\n", await repository.Git.RunAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task A_program_that_has_the_number_of_a_dead_commit_and_a_name_like_gits_is_none()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        await new KilledBump(repository).WriteSomeAsync();
        repository.Git.WriteScript(".git/git-other", "read line");
        using var other = ProcessStart.Start(new System.Diagnostics.ProcessStartInfo(repository.Git.Combine(".git/git-other")) { RedirectStandardInput = true });
        repository.Git.Write($".git/next-index-{other.Id}.lock", "");

        await BumpAsync(repository, Bumps.Patch);

        other.StandardInput.Close();
        await other.WaitForExitAsync(ReleaseAssert.Token);
        await AssertDoneAsync(repository, commits: 2);
    }

    [Fact]
    public async Task What_somebody_staged_since_and_the_work_tree_has_not_is_left_alone()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        var killed = await new KilledBump(repository).WriteSomeAsync();
        repository.WriteChart("a", "7.0.0");
        await repository.Git.RunAsync("add", "helm/a/Chart.yaml");
        repository.WriteChart("a", "1.0.0");

        await ReleaseAssert.FailsAsync(FailureReason.UncommittedChanges, () => BumpAsync(repository, Bumps.Patch));

        Assert.Contains("version: 7.0.0", await repository.Git.RunAsync("show", ":helm/a/Chart.yaml"), StringComparison.Ordinal);
        Assert.True(File.Exists(killed.Journal));
    }

    [Fact]
    public async Task A_commit_that_may_have_arrived_stays_and_is_gone_on_with()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        using var remote = await repository.FollowRemoteAsync();
        Script.Write(remote, "hooks/reference-transaction", "[ $1 = committed ] || exit 0; mv HEAD gone; kill -9 $PPID");

        var thrown = await Assert.ThrowsAsync<UncertainPushException>(() => BumpAsync(repository, Bumps.Patch with { Push = true }));

        var made = await repository.Git.HeadAsync();
        Assert.Contains($"whether {made[..12]} arrived there cannot be told", thrown.Failure.Found, StringComparison.Ordinal);
        Assert.True(File.Exists(new KilledBump(repository).Journal));
        File.Move(Path.Combine(remote.Path, "gone"), Path.Combine(remote.Path, "HEAD"));
        Script.Write(remote, "hooks/pre-receive", "exit 1"); // What is there is not pushed again.
        Assert.Equal((made, "origin/main"), await PushedAsync());
        await AssertDoneAsync(repository, commits: 2);

        async Task<(string?, string?)> PushedAsync() =>
            await BumpAsync(repository, Bumps.Patch with { Push = true }) is var report ? (report.Commit, report.PushedTo) : default;
    }

    [Fact]
    public async Task A_hook_that_edits_and_fails_keeps_its_edit_and_both_are_told()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        repository.Git.WriteScript(".git/hooks/pre-commit", "echo '# linted' >> helm/a/Chart.yaml; echo mended, look at it >&2; exit 1");

        var failure = await ReleaseAssert.FailsAsync(FailureReason.GitFailed, () => BumpAsync(repository, Bumps.Patch));

        Assert.Contains("mended, look at it", failure.Found, StringComparison.Ordinal);
        Assert.Contains("edited helm/a/Chart.yaml", failure.Found, StringComparison.Ordinal);
        Assert.EndsWith("# linted\n", repository.Git.Read("helm/a/Chart.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_may_be_written_nothing_to_do_is_still_an_answer()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        repository.Git.Write(".git/chart-release", "in the way, as a read-only folder would be");

        Assert.Empty((await BumpAsync(repository, new BumpRequest(null, null, "1", Commit: true))).Charts);

        await ReleaseAssert.FailsAsync(FailureReason.CannotWrite, () => BumpAsync(repository, Bumps.Patch));
        await repository.AssertCleanAsync(await repository.Git.HeadAsync());
    }

    [Fact]
    public async Task A_file_that_somebody_edited_since_is_left_alone_until_they_give_it_up()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        var killed = await new KilledBump(repository).WriteSomeAsync();
        repository.WriteChart("a", "7.0.0");

        var failure = await ReleaseAssert.FailsAsync(FailureReason.UncommittedChanges, () => BumpAsync(repository, Bumps.Patch));

        Assert.Contains("edited helm/a/Chart.yaml", failure.Found, StringComparison.Ordinal);
        Assert.Contains("git restore --source=HEAD --staged --worktree -- helm/a/Chart.yaml", failure.Next, StringComparison.Ordinal);
        Assert.Equal("7.0.0", repository.Version("a"));
        Assert.True(File.Exists(killed.Journal));
        await repository.Git.RunAsync("restore", "--source=HEAD", "--staged", "--worktree", "--", "helm/a/Chart.yaml");
        await BumpAsync(repository, Bumps.Patch);
        await AssertDoneAsync(repository, commits: 2);
    }

    [Fact]
    public async Task A_file_that_somebody_committed_since_is_theirs()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        await new KilledBump(repository).WriteSomeAsync();
        repository.WriteChart("a", "7.0.0");
        await repository.Git.RunAsync("commit", "--quiet", "--all", "--message", "by hand");

        await BumpAsync(repository, Bumps.Patch);

        Assert.Equal(("7.0.1", "1.0.1"), (repository.Version("a"), repository.Version("b")));
        await AssertDoneAsync(repository, commits: 3);
    }

    [Fact]
    public async Task Locks_of_a_commit_that_died_are_deleted()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        await new KilledBump(repository).WriteSomeAsync();
        var ended = await ProcessRunner.RunAsync(new ProcessRequest("sh", ["-c", "echo $$"]), ReleaseAssert.Token);
        string[] locks = [".git/index.lock", $".git/next-index-{ended.Output.Trim()}.lock", ".git/HEAD.lock", ".git/refs/heads/main.lock"];
        Array.ForEach(locks, file => repository.Git.Write(file, ""));

        await BumpAsync(repository, Bumps.Patch);

        Assert.All(locks, file => Assert.False(File.Exists(repository.Git.Combine(file))));
        await AssertDoneAsync(repository, commits: 2);
    }

    [Fact]
    public async Task A_commit_that_still_runs_is_waited_for_by_the_user()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        await new KilledBump(repository).WriteSomeAsync();
        using var git = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("git", ["cat-file", "--batch"])
        {
            WorkingDirectory = repository.Root,
            RedirectStandardInput = true,
        })!;
        string[] locks = [".git/index.lock", $".git/next-index-{git.Id}.lock", .. Enumerable.Range(0, 8).Select(number => $".git/next-index-{int.MaxValue - number}.lock")];
        Array.ForEach(locks, file => repository.Git.Write(file, ""));

        var failure = await ReleaseAssert.FailsAsync(FailureReason.RepositoryNotWritable, () => BumpAsync(repository, Bumps.Patch));

        git.StandardInput.Close();
        await git.WaitForExitAsync(ReleaseAssert.Token);
        Assert.Contains($"process {git.Id}", failure.Found, StringComparison.Ordinal);
        Assert.All(locks, file => Assert.True(File.Exists(repository.Git.Combine(file))));
        Assert.Equal("1.0.1", repository.Version("a"));
    }

    [Fact]
    public async Task An_index_lock_of_somebody_else_is_respected()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        await new KilledBump(repository).WriteSomeAsync();
        repository.Git.Write(".git/index.lock", "");

        await ReleaseAssert.FailsAsync(FailureReason.RepositoryNotWritable, () => BumpAsync(repository, Bumps.Patch));

        Assert.True(File.Exists(repository.Git.Combine(".git/index.lock")));
        Assert.Equal("1.0.1", repository.Version("a"));
    }

    [Fact]
    public async Task An_index_lock_newer_than_the_commit_that_died_is_somebody_elses()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        await new KilledBump(repository).WriteSomeAsync();
        var ended = await ProcessRunner.RunAsync(new ProcessRequest("sh", ["-c", "echo $$"]), ReleaseAssert.Token);
        var dead = repository.Git.Combine($".git/next-index-{ended.Output.Trim()}.lock");
        await File.WriteAllTextAsync(dead, "", ReleaseAssert.Token);
        File.SetLastWriteTimeUtc(dead, DateTime.UnixEpoch);
        string[] living = [".git/index.lock", ".git/HEAD.lock", ".git/refs/heads/main.lock"];
        Array.ForEach(living, file => repository.Git.Write(file, ""));

        await ReleaseAssert.FailsAsync(FailureReason.RepositoryNotWritable, () => BumpAsync(repository, Bumps.Patch));

        Assert.All(living, file => Assert.True(File.Exists(repository.Git.Combine(file))));
        Assert.False(File.Exists(dead));
    }

    [Fact]
    public async Task Of_two_at_the_same_time_one_is_refused()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        using var held = new BumpJournalFile(repository.Git.Combine(".git")).Lock();
        var head = await repository.Git.HeadAsync();

        var failure = await ReleaseAssert.FailsAsync(FailureReason.RepositoryNotWritable, () => BumpAsync(repository, Bumps.Patch));

        Assert.Contains($"process {Environment.ProcessId} on ", failure.Found, StringComparison.Ordinal);
        await repository.AssertCleanAsync(head);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"schemaVersion":2}""")]
    [InlineData("""{"schemaVersion":1,"head":"x","request":"","charts":[],"files":[{"path":"x","after":"x","before":null}]}""")]
    public async Task A_journal_that_cannot_be_read_is_named_and_nothing_is_touched(string journal)
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        var killed = await new KilledBump(repository).WriteSomeAsync();
        await File.WriteAllTextAsync(killed.Journal, journal, ReleaseAssert.Token);

        var failure = await ReleaseAssert.FailsAsync(FailureReason.RepositoryNotWritable, () => BumpAsync(repository, Bumps.Patch));

        Assert.Contains(killed.Journal, failure.Next, StringComparison.Ordinal);
        Assert.Equal("1.0.1", repository.Version("a"));
    }

    [Fact]
    public async Task A_run_that_publishes_what_is_committed_says_how_the_rest_is_undone()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        await new KilledBump(repository).WriteSomeAsync();
        await using var run = repository.Pipeline();

        var failure = await ReleaseAssert.FailsAsync(FailureReason.UncommittedChanges, () => run.PackageAsync(ReleaseAssert.Token));

        Assert.Contains("--target=BumpVersion", failure.Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "1.0.0")]
    [InlineData(false, "1.0.1")]
    public async Task A_run_that_changes_versions_lints_the_charts_as_they_were(bool changes, string version)
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        await new KilledBump(repository).WriteSomeAsync();
        await using var run = repository.Pipeline(repository.Options with { Bump = changes ? Bumps.Patch : BumpRequest.None });

        // helm is asked after that, and there is none.
        await Assert.ThrowsAsync<InvalidOperationException>(() => run.LintAsync(ReleaseAssert.Token));

        Assert.Equal(version, repository.Version("a"));
    }

    [Fact]
    public async Task A_run_that_was_stopped_during_a_hook_after_the_commit_is_ended_by_the_next()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        repository.Git.WriteScript(".git/hooks/post-commit", "touch .git/hook-runs; sleep 60");

        await StopInHookAsync(repository);

        Assert.Equal(await repository.Git.HeadAsync(), (await BumpAsync(repository, Bumps.Patch)).Commit);
        await AssertDoneAsync(repository, commits: 2);
    }

    [Fact]
    public async Task The_journal_of_a_linked_worktree_is_its_own()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        await new KilledBump(repository).WriteSomeAsync();
        using var folder = new TemporaryFolder();
        await repository.Git.RunAsync("worktree", "add", "--quiet", "-b", "other", folder.Combine("other"));

        await using var run = repository.Pipeline(repository.Options with { WorkingDirectory = folder.Combine("other") });
        var report = await run.BumpAsync(Bumps.Patch, ReleaseAssert.Token);

        Assert.NotNull(report.Commit);
        Assert.Equal("1.0.1", repository.Version("a"));
        Assert.Equal("1.0.0", repository.Version("b"));
    }

    private static async Task StopInHookAsync(ChartRepository repository)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ReleaseAssert.Token);
        var bump = BumpAsync(repository, Bumps.Patch, token: stop.Token);
        while (!bump.IsCompleted && !File.Exists(repository.Git.Combine(".git/hook-runs")))
        {
            await Task.Delay(10, ReleaseAssert.Token);
        }

        await stop.CancelAsync();
        await ReleaseAssert.FailsAsync(FailureReason.Cancelled, () => bump);
    }

    private static async Task AssertDoneAsync(ChartRepository repository, int commits)
    {
        Assert.Empty(await repository.Git.RunAsync("status", "--porcelain"));
        Assert.Equal($"{commits}", (await repository.Git.RunAsync("rev-list", "--count", "HEAD")).Trim());
        Assert.False(File.Exists(new KilledBump(repository).Journal));
    }

    private static async Task<BumpReport> BumpAsync(ChartRepository repository, BumpRequest request, IReleaseLog? log = null, CancellationToken? token = null)
    {
        await using var run = Run(repository, log);
        return await run.BumpAsync(request, token ?? ReleaseAssert.Token);
    }

    private static async Task UndoAsync(ChartRepository repository)
    {
        await using var run = Run(repository, null);
        await run.UndoUnfinishedBumpAsync(ReleaseAssert.Token);
    }

    private static ReleasePipeline Run(ChartRepository repository, IReleaseLog? log) => new(
        repository.Options, _ => throw new InvalidOperationException("No helm is needed."), log ?? NullReleaseLog.Instance, NullReleaseProgress.Instance);
}
