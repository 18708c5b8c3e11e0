using ChartRelease.Testing.Registry;
using Microsoft.AspNetCore.Http;

namespace ChartRelease.Tests.Tools;

public sealed class ToolCacheTests
{
    private static readonly byte[] Garbage = Archives.Bytes("<html>Log in to the hotel's network</html>");

    /// <summary>Ways in which a download goes wrong.</summary>
    public static TheoryData<string> Faults => new(Ways.Keys);

    private static Dictionary<string, RequestDelegate> Ways { get; } = new()
    {
        ["missing"] = Answers.Status(404),
        ["broken server"] = Answers.Status(500),
        ["hangs up"] = Answers.Reset(),
        ["ends in the middle"] = Answers.Truncated(ToolServer.Archive),
        ["other content"] = Answers.Bytes(200, Garbage, "text/html"),
        ["shorter content"] = Answers.Bytes(200, ToolServer.Archive[..^1], "application/zip"),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_download_that_goes_wrong_leads_to_the_next_source(string fault)
    {
        await using var server = await ToolServer.StartAsync();
        server.Answer("bad.zip", Ways[fault]).Offer();

        var path = await server.Cache(server.Source("bad.zip"), server.Source()).EnsureAsync("helm", null, Token);

        Assert.Equal((server.Helm, "program"), (path, await File.ReadAllTextAsync(path, Token)));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(server.Root, ".staging")));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task When_every_source_goes_wrong_they_are_listed_and_the_next_run_recovers(string fault)
    {
        await using var server = await ToolServer.StartAsync();
        server.Answer("bad.zip", Ways[fault]).Offer();
        var bad = server.Source("bad.zip");

        var exception = await Assert.ThrowsAsync<ChartReleaseException>(() => server.Cache(bad).EnsureAsync("helm", null, Token));

        Assert.Equal(FailureReason.ToolUnavailable, exception.Reason);
        Assert.Contains($"{bad.Url}", exception.Failure.Found, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(server.Root, "helm")));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(server.Root, ".staging")));
        Assert.Equal(server.Helm, await server.Cache(server.Source()).EnsureAsync("helm", null, Token));
    }

    [Fact]
    public async Task What_is_in_the_archive_is_refused_when_it_is_not_the_pinned_program()
    {
        await using var server = await ToolServer.StartAsync();
        var other = Archives.Zip("bin/helm", Archives.Bytes("other program"));
        server.Answer("other.zip", Answers.Bytes(200, other, "application/zip"));
        server.Answer("garbage.zip", Answers.Bytes(200, Garbage, "application/zip"));
        server.Offer();

        foreach (var source in new[]
        {
            server.Source("other.zip", Archives.Digest(other)),
            server.Source("garbage.zip", Archives.Digest(Garbage)),
            server.Source(member: "no/such/member"),
        })
        {
            var exception = await Assert.ThrowsAsync<ChartReleaseException>(() => server.Cache(source).EnsureAsync("helm", null, Token));
            Assert.Equal(FailureReason.ToolUnavailable, exception.Reason);
        }

        Assert.False(File.Exists(server.Helm));
    }

    [Fact]
    public async Task A_tool_that_is_there_needs_no_source_and_says_nothing()
    {
        await using var server = await ToolServer.StartAsync();
        var cache = server.Offer().Cache(server.Source());
        var path = await cache.EnsureAsync("helm", null, Token);
        var (requests, lines) = (server.Requests, server.Log.Lines.Count);

        Assert.Equal(path, await cache.EnsureAsync("helm", null, Token));

        Assert.Equal((requests, lines), (server.Requests, server.Log.Lines.Count));
    }

    [Fact]
    public async Task A_cancelled_download_leaves_nothing()
    {
        await using var server = await ToolServer.StartAsync();
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Answer("helm.zip", async context =>
        {
            context.Response.ContentLength = ToolServer.Archive.Length;
            await context.Response.Body.WriteAsync(ToolServer.Archive.AsMemory(0, 20));
            await context.Response.Body.FlushAsync();
            half.SetResult();
            await Answers.Silence()(context);
        });
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var ensure = server.Cache(server.Source()).EnsureAsync("helm", null, cancellation.Token);
        await half.Task.WaitAsync(Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ensure);
        Assert.False(Directory.Exists(Path.Combine(server.Root, "helm")));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(server.Root, ".staging")));
    }

    [Fact]
    public async Task What_a_killed_run_left_is_cleared_and_what_a_running_one_builds_is_not()
    {
        await using var server = await ToolServer.StartAsync();
        var killed = server.Folder.Write(".tools/.staging/killed/files/helm", "prog");
        server.Folder.Write(".tools/.staging/killed.lock", "");
        var running = server.Folder.Write(".tools/.staging/running/files/helm", "prog");
        using var rival = new FileStream(
            server.Folder.Combine(".tools/.staging/running.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        await server.Offer().Cache(server.Source()).EnsureAsync("helm", null, Token);

        Assert.False(File.Exists(killed));
        Assert.True(File.Exists(running));
        Assert.Equal("program", await File.ReadAllTextAsync(server.Helm, Token));
    }

    [Fact]
    public async Task A_tool_folder_without_its_program_is_filled_again()
    {
        await using var server = await ToolServer.StartAsync();
        server.Folder.Write($".tools/helm/{ToolServer.Version}/test/leftover", "");

        await server.Offer().Cache(server.Source()).EnsureAsync("helm", null, Token);

        Assert.Equal(["helm"], Directory.GetFileSystemEntries(Path.GetDirectoryName(server.Helm)!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Several_at_once_all_get_the_whole_tool()
    {
        await using var server = await ToolServer.StartAsync();
        server.Offer();

        var paths = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => server.Cache(server.Source()).EnsureAsync("helm", null, Token))));

        Assert.Equal("program", await File.ReadAllTextAsync(Assert.Single(paths.Distinct()), Token));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(server.Root, ".staging")));
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_is_told()
    {
        await using var server = await ToolServer.StartAsync();
        server.Folder.Write(".tools", "a file in the way");

        var exception = await Assert.ThrowsAsync<ChartReleaseException>(
            () => server.Offer().Cache(server.Source()).EnsureAsync("helm", null, Token));

        Assert.Equal(FailureReason.CannotWrite, exception.Reason);
    }
}
