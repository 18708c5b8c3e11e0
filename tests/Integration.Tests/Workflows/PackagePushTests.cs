using System.Text;
using ChartRelease.Processes;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Integration.Workflows;

/// <summary>The script that release.yml pushes packages with, against a feed that answers by a list.</summary>
public sealed class PackagePushTests : IDisposable
{
    private const string Key = "the-key-of-an-hour";
    private readonly TemporaryFolder _folder = new();

    public PackagePushTests()
    {
        _folder.Write("packages/A.1.0.0.nupkg", "package A");
        _folder.Write("packages/B.1.0.0.nupkg", "package B");
        _folder.Write("packages/A.1.0.0.snupkg", "symbols A");
        Script.Write(_folder, "bin/curl", $"printf '%s\\n' \"$*\" >>'{_folder.Combine("arguments")}'\nPATH=${{PATH#*:}} exec curl \"$@\"");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_package_is_pushed_with_the_key_and_then_the_symbols()
    {
        await using var feed = await StartAsync(201);

        var result = await PushAsync(feed, Key);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["PUT /api/package", "PUT /api/package", "PUT /api/symbolpackage"], feed.Requests.Select(request => request.ToString()));
        Assert.All(feed.Requests, request => Assert.Equal(Key, request.Headers["X-NuGet-ApiKey"]));
        Assert.Equal(["package A", "package B", "symbols A"], feed.Requests.Select(request => Content(request)));
    }

    [Fact]
    public async Task The_key_is_in_no_argument_and_in_no_output()
    {
        await using var feed = await StartAsync(403);

        var result = await PushAsync(feed, Key);

        var arguments = await File.ReadAllTextAsync(_folder.Combine("arguments"), TestContext.Current.CancellationToken);
        Assert.Contains("/api/package", arguments, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, arguments + result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_feed_has_is_passed_over()
    {
        await using var feed = await StartAsync(409);

        var result = await PushAsync(feed, Key);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("B.1.0.0.nupkg: the feed has it already", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_ends_the_job()
    {
        await using var feed = await StartAsync(403);

        var result = await PushAsync(feed, Key);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("A.1.0.0.nupkg: the feed answered 403.", result.Error, StringComparison.Ordinal);
        Assert.Single(feed.Requests);
    }

    [Fact]
    public async Task Nothing_is_pushed_without_a_feed_a_key_or_a_package()
    {
        await using var feed = await StartAsync(201);

        Assert.Contains("PACKAGE_FEED", (await PushAsync(null, Key)).Error, StringComparison.Ordinal);
        Assert.NotEqual(0, (await PushAsync(feed, null)).ExitCode);
        Assert.NotEqual(0, (await PushAsync(feed, Key, "bin")).ExitCode);
        Assert.Empty(feed.Requests);
    }

    private static async Task<ScriptedServer> StartAsync(int status) =>
        (await ScriptedServer.StartAsync(TestContext.Current.CancellationToken)).On("PUT", "^/api/", Answers.Status(status));

    private Task<ProcessResult> PushAsync(ScriptedServer? feed, string? key, string folder = "packages") => ProcessRunner.RunAsync(
        new ProcessRequest(Path.Combine(TestTools.RepositoryRoot, ".github/release/push.sh"), [_folder.Combine(folder)])
        {
            Environment = new Dictionary<string, string?>
            {
                ["PATH"] = $"{_folder.Combine("bin")}:{Environment.GetEnvironmentVariable("PATH")}",
                ["NUGET_API_KEY"] = key,
                ["PACKAGE_FEED"] = feed is null ? null : $"http://{feed.Host}/api",
                ["NO_PROXY"] = "127.0.0.1",
            },
        },
        TestContext.Current.CancellationToken);

    // The content of the one part of a form: https://www.rfc-editor.org/rfc/rfc7578
    private static string Content(RecordedRequest request) =>
        Encoding.UTF8.GetString(request.Body.Span).Split("\r\n\r\n")[1].Split("\r\n--")[0];
}
