using ChartRelease.Integration.Pipeline;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Kill;

/// <summary>Promise 4 for version changes: runs end in the middle of one, while a hook of git holds them there.</summary>
public sealed class BumpKillTests
{
    private const string Blocked = ".git/hook-runs";
    private const string Go = ".git/hook-may-go-on";
    private const string Journal = ".git/chart-release/bump.json";

    private static readonly string[] _bump = ["--target=BumpVersion", "--bump=patch", "--push"];

    [Theory]
    [InlineData("pre-commit")]
    [InlineData("reference-transaction")] // The branch has moved, and the index has not.
    [InlineData("post-commit")]
    [InlineData("pre-push")]
    public async Task After_a_kill_the_next_run_tidies_up_and_makes_the_change_once(string hook)
    {
        using var repository = await ReleaseRepository.CreateAsync();
        using var remote = await FollowRemoteAsync(repository);
        Block(repository, hook);
        await using (var run = await ReleaseHost.StartGroupAsync(repository.Setup, _bump))
        {
            await BlockedAsync(repository);
            await run.KillGroupAsync();
            await run.EndAsync();
        }

        Assert.True(File.Exists(repository.Git.Combine(Journal)));
        var again = await repository.RunAsync(_bump);

        HostAssert.Succeeded(again);
        Assert.Contains("and pushed to origin/main", again.Output, StringComparison.Ordinal);
        await AssertDoneAsync(repository);
    }

    [Theory]
    [InlineData("INT", "pre-commit", false)]
    [InlineData("TERM", "pre-commit", false)]
    [InlineData("TERM", "post-commit", true)]
    [InlineData("INT", "pre-push", false)]
    public async Task A_run_that_is_stopped_undoes_what_is_not_committed_itself(string signal, string hook, bool isCommitted)
    {
        using var repository = await ReleaseRepository.CreateAsync();
        using var remote = await FollowRemoteAsync(repository);
        Block(repository, hook);
        await using var run = await ReleaseHost.StartAsync(repository.Setup, _bump);
        await BlockedAsync(repository);
        await run.SignalAsync(signal);

        HostAssert.Failed(await run.EndAsync(), "The run was stopped");

        Assert.Equal("", await repository.Git.RunAsync("status", "--porcelain"));
        Assert.Equal(isCommitted ? "2" : "1", await CommitsAsync(repository));
        Assert.Equal(isCommitted, File.Exists(repository.Git.Combine(Journal)));
        Assert.Empty(Directory.EnumerateFiles(repository.Git.Combine(".git"), "*.lock"));
        if (isCommitted)
        {
            HostAssert.Succeeded(await repository.RunAsync(_bump));
            await AssertDoneAsync(repository);
        }
    }

    [Fact]
    public async Task A_commit_that_outlives_its_run_is_waited_for_and_then_taken_for_what_it_is()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        using var remote = await FollowRemoteAsync(repository);
        Block(repository, "pre-commit");
        await using (var run = await ReleaseHost.StartAsync(repository.Setup, _bump))
        {
            await BlockedAsync(repository);
            await run.SignalAsync("KILL");
            HostAssert.Failed(await repository.RunAsync(_bump), "A git commit that an earlier run began is still at work");
            repository.Git.Write(Go, "");
            await run.EndAsync();
        }

        await EventuallyAsync(() => !Directory.EnumerateFiles(repository.Git.Combine(".git"), "*.lock").Any());
        HostAssert.Succeeded(await repository.RunAsync(_bump));
        await AssertDoneAsync(repository);
    }

    [Fact]
    public async Task Of_two_runs_at_the_same_time_one_changes_the_version_and_the_other_is_refused()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        using var remote = await FollowRemoteAsync(repository);
        Block(repository, "pre-commit");
        await using var run = await ReleaseHost.StartAsync(repository.Setup, _bump);
        await BlockedAsync(repository);

        HostAssert.Failed(await repository.RunAsync(_bump), $"Another version change is being made in this work tree, by process {run.Id} on ");

        repository.Git.Write(Go, "");
        HostAssert.Succeeded(await run.EndAsync());
        await AssertDoneAsync(repository);
    }

    /// <summary>Has a hook wait, the first time it runs; not for ever, as a failing test leaves it behind.</summary>
    private static void Block(ReleaseRepository repository, string hook) => repository.Git.WriteScript($".git/hooks/{hook}", $"""
        [ {hook} = reference-transaction ] && [ "$1" != committed ] && exit 0
        [ -e {Blocked} ] && exit 0
        touch {Blocked}
        for i in $(seq 600); do [ -e {Go} ] && exit 0; sleep 0.1; done
        """);

    private static Task BlockedAsync(ReleaseRepository repository) => EventuallyAsync(() => File.Exists(repository.Git.Combine(Blocked)));

    private static async Task EventuallyAsync(Func<bool> happened)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (!happened())
        {
            await Task.Delay(10, limit.Token);
        }
    }

    private static async Task AssertDoneAsync(ReleaseRepository repository)
    {
        Assert.Equal("", await repository.Git.RunAsync("status", "--porcelain"));
        Assert.Contains("version: 0.1.1 ", repository.Git.Read("helm/demo/Chart.yaml"), StringComparison.Ordinal);
        Assert.Equal("2", await CommitsAsync(repository));
        Assert.StartsWith(await repository.Git.HeadAsync(), await repository.Git.RunAsync("ls-remote", "origin", "refs/heads/main"), StringComparison.Ordinal);
        Assert.False(File.Exists(repository.Git.Combine(Journal)));
    }

    private static async Task<string> CommitsAsync(ReleaseRepository repository) => (await repository.Git.RunAsync("rev-list", "--count", "HEAD")).Trim();

    private static async Task<TemporaryFolder> FollowRemoteAsync(ReleaseRepository repository)
    {
        var remote = new TemporaryFolder();
        await repository.Git.RunAsync("init", "--quiet", "--bare", "--initial-branch=main", remote.Path);
        await repository.Git.RunAsync("remote", "add", "origin", remote.Path);
        await repository.Git.RunAsync("push", "--quiet", "--set-upstream", "origin", "main");
        return remote;
    }
}
