using ChartRelease.Git;
using Repository = ChartRelease.Testing.GitRepository;

namespace ChartRelease.Tests.Git;

public sealed class WriterTests
{
    private const string HangingHook = "touch .git/hook-runs; sleep 60";
    private const string Message = "chore: bump a\n\n# not a comment\nSigned: ünï";

    [Fact]
    public async Task Only_the_named_files_are_committed()
    {
        using var repository = await EditedChart.CreateAsync();
        repository.Write("staged", "s");
        await repository.RunAsync("add", "staged");
        repository.Write("edited", "e");
        repository.Write("helm/a/new[1].yaml", "new");

        var commit = await (await EditedChart.WriterAsync(repository)).CommitAsync(["helm/a/Chart.yaml", "helm/a/new[1].yaml"], Message, GitAssert.Token);

        Assert.Equal(await repository.HeadAsync(), commit);
        Assert.Equal(Message, (await repository.RunAsync("log", "-1", "--format=%B")).TrimEnd());
        Assert.Equal("helm/a/Chart.yaml\nhelm/a/new[1].yaml\n", await repository.RunAsync("show", "--format=", "--name-only"));
        Assert.Equal("A  staged\n?? edited\n", await repository.RunAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task Files_that_are_committed_already_make_no_commit()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a/Chart.yaml", "a");
        var head = await repository.CommitAsync();

        Assert.Equal(head, await (await EditedChart.WriterAsync(repository)).CommitAsync(["helm/a/Chart.yaml"], Message, GitAssert.Token));
        Assert.Equal(head, await repository.HeadAsync());
    }

    [Fact]
    public async Task A_failing_hook_leaves_the_index_as_it_was()
    {
        using var repository = await EditedChart.CreateAsync();
        repository.Write("helm/a/new", "new");
        Hook(repository, "pre-commit", "git add --all; echo no commits on Sunday >&2; exit 1");
        var (head, status) = (await repository.HeadAsync(), await repository.RunAsync("status", "--porcelain"));

        var writer = await EditedChart.WriterAsync(repository);
        var failure = await GitAssert.FailsAsync(
            FailureReason.GitFailed, () => writer.CommitAsync(["helm/a/Chart.yaml", "helm/a/new"], Message, GitAssert.Token));

        Assert.Contains("no commits on Sunday", failure.Found, StringComparison.Ordinal);
        Assert.Equal(head, await repository.HeadAsync());
        Assert.Equal("version: 2", repository.Read("helm/a/Chart.yaml"));
        Assert.Equal(status, await repository.RunAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task What_is_edited_and_staged_while_a_failing_hook_runs_stays()
    {
        using var repository = await EditedChart.CreateAsync();
        repository.Write("other", "o");
        repository.Write("helm/a/new", "new");
        Hook(repository, "pre-commit", "echo edited > helm/a/Chart.yaml; unset GIT_INDEX_FILE; mv .git/index.lock .git/held; git add other; mv .git/held .git/index.lock; exit 1");

        var writer = await EditedChart.WriterAsync(repository);
        await GitAssert.FailsAsync(FailureReason.GitFailed, () => writer.CommitAsync(["helm/a/Chart.yaml", "helm/a/new"], Message, GitAssert.Token));

        Assert.Equal("edited\n", repository.Read("helm/a/Chart.yaml"));
        Assert.Equal(" M helm/a/Chart.yaml\nA  other\n?? helm/a/new\n", await repository.RunAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task A_failing_hook_leaves_the_locks_of_others()
    {
        using var repository = await EditedChart.CreateAsync();
        string[] locks = [".git/packed-refs.lock", ".git/config.lock", ".git/HEAD.lock"];
        Hook(repository, "pre-commit", $"touch {string.Join(' ', locks)}; exit 1");

        var writer = await EditedChart.WriterAsync(repository);
        await GitAssert.FailsAsync(FailureReason.GitFailed, () => writer.CommitAsync(["helm/a/Chart.yaml"], Message, GitAssert.Token));

        Assert.All(locks, file => Assert.True(File.Exists(repository.Combine(file))));
    }

    [Fact]
    public async Task Stopping_leaves_locks_that_no_commit_takes_and_those_that_were_there()
    {
        using var repository = await EditedChart.CreateAsync();
        string[] locks = [".git/packed-refs.lock", ".git/HEAD.lock"];
        repository.Write(".git/HEAD.lock", "");
        Hook(repository, "pre-commit", "touch .git/packed-refs.lock; " + HangingHook);

        await CancelInHookAsync(repository, await EditedChart.WriterAsync(repository));

        Assert.Equal(locks.Order(), Directory.GetFiles(repository.Combine(".git"), "*.lock").Select(file => ".git/" + Path.GetFileName(file)).Order());
    }

    [Fact]
    public async Task A_commit_that_is_of_no_use_is_taken_back_and_what_else_was_staged_meanwhile_stays()
    {
        using var repository = await EditedChart.CreateAsync();
        repository.Write("other", "o");
        var head = await repository.HeadAsync();
        var writer = await EditedChart.WriterAsync(repository);

        var failure = await GitAssert.FailsAsync(FailureReason.GitFailed, () => writer.CommitAsync(["helm/a/Chart.yaml"], Message, UseAsync, GitAssert.Token));

        Assert.Equal("No use.", failure.Found);
        Assert.Equal(head, await repository.HeadAsync());
        Assert.Equal(" M helm/a/Chart.yaml\nA  other\n", await repository.RunAsync("status", "--porcelain"));

        async Task UseAsync(string made, CancellationToken token)
        {
            await repository.RunAsync("add", "other");
            throw NoUse();
        }
    }

    [Fact]
    public async Task Where_the_branch_has_moved_on_the_first_failure_is_told_beside_the_second()
    {
        using var repository = await EditedChart.CreateAsync();
        var writer = await EditedChart.WriterAsync(repository);

        var failure = await GitAssert.FailsAsync(FailureReason.GitFailed, () => writer.CommitAsync(["helm/a/Chart.yaml"], Message, UseAsync, GitAssert.Token));

        Assert.StartsWith("No use. ", failure.Found, StringComparison.Ordinal);
        Assert.Contains("'git update-ref' ended", failure.Found, StringComparison.Ordinal);
        Assert.Equal("on top", (await repository.RunAsync("log", "-1", "--format=%s")).Trim());

        async Task UseAsync(string made, CancellationToken token)
        {
            await repository.CommitAsync("on top");
            throw NoUse();
        }
    }

    [Fact]
    public async Task What_somebody_commits_before_the_commit_is_used_is_not_taken_back_with_it()
    {
        using var repository = await EditedChart.CreateAsync();
        Hook(repository, "post-commit", "[ -e .git/once ] && exit; touch .git/once; git commit --quiet --allow-empty --message 'on top'");
        var writer = await EditedChart.WriterAsync(repository);

        await GitAssert.FailsAsync(FailureReason.GitFailed, () => writer.CommitAsync(["helm/a/Chart.yaml"], Message, static (_, _) => throw NoUse(), GitAssert.Token));

        Assert.Equal("on top\nchore: bump a", (await repository.RunAsync("log", "-2", "--format=%s")).Trim());
    }

    [Theory]
    [InlineData("off")]
    [InlineData("combined")]
    public async Task A_merge_is_compared_with_its_first_parent_whatever_the_settings(string merges)
    {
        using var repository = await EditedChart.CreateAsync();
        await repository.RunAsync("config", "log.diffMerges", merges);
        await repository.RunAsync("stash", "--quiet");
        await repository.RunAsync("switch", "--quiet", "-c", "side");
        repository.Write("side", "s");
        await repository.CommitAsync();
        await repository.RunAsync("switch", "--quiet", "-");
        await repository.RunAsync("merge", "--quiet", "--no-ff", "side");

        Assert.Equal(["side"], (await (await EditedChart.WriterAsync(repository)).TipAsync()).Paths);
    }

    private static ChartReleaseException NoUse() => new(FailureReason.GitFailed, "No use.", "Some.", "Nothing.");

    [Fact]
    public async Task What_a_hook_adds_to_the_commit_is_in_the_index_too()
    {
        using var repository = await EditedChart.CreateAsync();
        Hook(repository, "pre-commit", "echo '# formatted' >> helm/a/Chart.yaml; echo x > helm/a/made.yaml; git add helm/a");

        await (await EditedChart.WriterAsync(repository)).CommitAsync(["helm/a/Chart.yaml"], Message, GitAssert.Token);

        Assert.Equal("helm/a/Chart.yaml\nhelm/a/made.yaml\n", await repository.RunAsync("show", "--format=", "--name-only"));
        Assert.Empty(await repository.RunAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task Cancelling_during_a_hook_leaves_no_lock_and_no_commit()
    {
        using var repository = await EditedChart.CreateAsync();
        Hook(repository, "pre-commit", HangingHook);
        var head = await repository.HeadAsync();
        var writer = await EditedChart.WriterAsync(repository);

        await CancelInHookAsync(repository, writer);

        Assert.Empty(Directory.GetFiles(repository.Combine(".git"), "*.lock"));
        Assert.Equal(head, await repository.HeadAsync());
        Assert.Equal("version: 2", repository.Read("helm/a/Chart.yaml"));
        Assert.Equal(" M helm/a/Chart.yaml\n", await repository.RunAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task Cancelling_while_the_branch_is_locked_leaves_no_lock_either()
    {
        using var repository = await EditedChart.CreateAsync();
        Hook(repository, "reference-transaction", "[ $1 = prepared ] || exit 0; " + HangingHook);
        var writer = await EditedChart.WriterAsync(repository);

        await CancelInHookAsync(repository, writer);

        Assert.Empty(Directory.GetFiles(repository.Combine(".git"), "*.lock", SearchOption.AllDirectories));
        File.Delete(repository.Combine(".git/hooks/reference-transaction"));
        Assert.Equal(await writer.CommitAsync(["helm/a/Chart.yaml"], Message, GitAssert.Token), await repository.HeadAsync());
    }

    [Fact]
    public async Task Cancelling_after_the_commit_was_made_keeps_it_whole()
    {
        using var repository = await EditedChart.CreateAsync();
        Hook(repository, "post-commit", HangingHook);
        var writer = await EditedChart.WriterAsync(repository);

        await CancelInHookAsync(repository, writer);

        Assert.Equal("chore: bump a", (await repository.RunAsync("log", "-1", "--format=%s")).Trim());
        Assert.Empty(await repository.RunAsync("status", "--porcelain"));
    }

    [Theory]
    [InlineData(".git/MERGE_HEAD")]
    [InlineData(".git/rebase-merge/done")]
    [InlineData(".git/index.lock")]
    public async Task Nothing_is_committed_while_something_else_goes_on(string marker)
    {
        using var repository = await EditedChart.CreateAsync();
        var writer = await EditedChart.WriterAsync(repository);
        repository.Write(marker, "");

        await GitAssert.FailsAsync(FailureReason.RepositoryNotWritable, () => writer.CommitAsync(["helm/a/Chart.yaml"], Message, GitAssert.Token));

        Assert.True(File.Exists(repository.Combine(marker)));
    }

    [Fact]
    public async Task An_index_lock_is_named_for_who_knows_that_no_git_runs()
    {
        using var repository = await EditedChart.CreateAsync();
        var writer = await EditedChart.WriterAsync(repository);
        repository.Write(".git/index.lock", "");

        var failure = await GitAssert.FailsAsync(
            FailureReason.RepositoryNotWritable, () => writer.CommitAsync(["helm/a/Chart.yaml"], Message, GitAssert.Token));

        Assert.Contains($"when no git runs, delete {repository.Combine(".git/index.lock")}", failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_identity_the_message_says_how_to_set_one()
    {
        using var repository = await EditedChart.CreateAsync();
        // Empty values hide those of the user.
        await repository.RunAsync("config", "user.name", "");
        await repository.RunAsync("config", "user.email", "");
        var writer = await EditedChart.WriterAsync(repository);

        var failure = await GitAssert.FailsAsync(
            FailureReason.RepositoryNotWritable, () => writer.CommitAsync(["helm/a/Chart.yaml"], Message, GitAssert.Token));

        Assert.DoesNotContain('\n', failure.Found);
        Assert.Contains("git config user.name", failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_is_made_once()
    {
        using var repository = await EditedChart.CreateAsync();
        var head = await repository.HeadAsync();
        var writer = await EditedChart.WriterAsync(repository);

        Assert.True(await writer.CreateAnnotatedTagAsync("a/v1.0.0", head, Message, GitAssert.Token));
        Assert.False(await writer.CreateAnnotatedTagAsync("a/v1.0.0", head, Message, GitAssert.Token));

        Assert.Equal($"tag {Message}", (await repository.RunAsync("for-each-ref", "--format=%(objecttype) %(contents)", "refs/tags")).TrimEnd());
    }

    [Fact]
    public async Task A_tag_of_another_commit_is_a_conflict()
    {
        using var repository = await EditedChart.CreateAsync();
        await repository.TagAsync("v1");
        var head = await repository.CommitAsync();
        var writer = await EditedChart.WriterAsync(repository);

        await GitAssert.FailsAsync(FailureReason.TagConflict, () => writer.CreateAnnotatedTagAsync("v1", head, Message, GitAssert.Token));
    }

    [Theory]
    [InlineData("--delete")]
    [InlineData("two words")]
    [InlineData("end.lock")]
    public async Task A_name_that_no_tag_may_have_is_refused(string name)
    {
        using var repository = await EditedChart.CreateAsync();
        var writer = await EditedChart.WriterAsync(repository);
        await GitAssert.FailsAsync(
            FailureReason.GitFailed, async () => await writer.CreateAnnotatedTagAsync(name, await repository.HeadAsync(), Message, GitAssert.Token));
    }

    private static async Task CancelInHookAsync(Repository repository, GitWriter writer)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(GitAssert.Token);
        var commit = writer.CommitAsync(["helm/a/Chart.yaml"], Message, cancellation.Token);
        while (!File.Exists(repository.Combine(".git/hook-runs")))
        {
            await Task.Delay(10, GitAssert.Token);
        }

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => commit);
    }

    private static void Hook(Repository repository, string name, string script) => repository.WriteScript(".git/hooks/" + name, script);
}
