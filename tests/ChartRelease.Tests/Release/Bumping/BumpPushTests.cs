using ChartRelease.Release;
using ChartRelease.Tests.Release.Support;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Release.Bumping;

public sealed class BumpPushTests
{
    private static readonly BumpRequest _push = Bumps.Patch with { Push = true };

    [Fact]
    public async Task The_commit_arrives_at_the_branch_of_the_remote()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        using var remote = await repository.FollowRemoteAsync();

        var report = await repository.BumpAsync(_push);

        Assert.Equal("origin/main", report.PushedTo);
        Assert.Equal(report.Commit, await TipAsync(remote));
    }

    [Fact]
    public async Task Commits_of_others_are_told_of_and_not_pushed_when_there_is_nothing_to_add()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        using var remote = await repository.FollowRemoteAsync();
        await repository.Git.TagAsync("demo-1.0.0");
        var log = new RecordingLog();
        await repository.BumpAsync(Bumps.Auto with { Push = true }, log: log);
        Assert.Empty(log.Text);
        var before = await repository.Git.HeadAsync();
        await repository.Git.CommitAsync("chore: elsewhere");

        var report = await repository.BumpAsync(Bumps.Auto with { Push = true }, log: log);

        Assert.Null(report.PushedTo);
        Assert.Contains("main has commits that origin/main lacks", log.Text, StringComparison.Ordinal);
        Assert.Equal(before, await TipAsync(remote));
    }

    [Theory]
    [InlineData("echo protected >&2; exit 1")]
    [InlineData("kill -9 $PPID")]
    public async Task A_push_that_is_refused_leaves_everything_as_it_was(string hook)
    {
        using var repository = await ChartRepository.CreateAsync("demo", "other");
        using var remote = await repository.FollowRemoteAsync();
        Script.Write(remote, "hooks/pre-receive", hook + "\n");
        repository.Git.Write("staged.txt", "x");
        await repository.Git.RunAsync("add", "staged.txt");
        var head = await repository.Git.HeadAsync();

        await ReleaseAssert.FailsAsync(FailureReason.GitFailed, () => repository.BumpAsync(_push with { ChangeLog = true }));

        Assert.Equal(head, await repository.Git.HeadAsync());
        Assert.Equal(head, await TipAsync(remote));
        Assert.Equal("A  staged.txt", (await repository.Git.RunAsync("status", "--porcelain")).Trim());
    }

    [Fact]
    public async Task A_branch_that_is_behind_is_refused_before_anything_is_touched()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        using var remote = await repository.FollowRemoteAsync();
        await repository.Git.CommitAsync("by somebody else");
        await repository.Git.RunAsync("push", "--quiet", "origin", "main");
        await repository.Git.RunAsync("reset", "--quiet", "--hard", "HEAD~1");
        var head = await repository.Git.HeadAsync();

        var failure = await ReleaseAssert.FailsAsync(FailureReason.RepositoryNotWritable, () => repository.BumpAsync(_push));

        Assert.Contains("behind origin/main", failure.Found, StringComparison.Ordinal);
        await repository.AssertCleanAsync(head);
    }

    [Theory]
    [InlineData("main")]
    [InlineData("ma*")]
    public async Task A_protected_branch_is_refused(string glob)
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        var head = await repository.Git.HeadAsync();

        var failure = await ReleaseAssert.FailsAsync(
            FailureReason.RepositoryNotWritable, () => repository.BumpAsync(_push with { ProtectedBranches = ["release/*", glob] }));

        Assert.Contains(glob, failure.Found, StringComparison.Ordinal);
        await repository.AssertCleanAsync(head);
    }

    [Fact]
    public async Task A_branch_that_follows_none_is_refused()
    {
        using var repository = await ChartRepository.CreateAsync("demo");

        var failure = await ReleaseAssert.FailsAsync(FailureReason.RepositoryNotWritable, () => repository.BumpAsync(_push));

        Assert.Contains("--set-upstream origin main", failure.Next, StringComparison.Ordinal);
    }

    private static async Task<string> TipAsync(TemporaryFolder remote) =>
        (await File.ReadAllTextAsync(Path.Combine(remote.Path, "refs", "heads", "main"), ReleaseAssert.Token)).Trim();
}
