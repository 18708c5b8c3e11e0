using System.Net;
using System.Security.Cryptography;
using System.Text;
using ChartRelease.Testing;
using ChartRelease.Tools;

namespace ChartRelease.Tests.Tools;

public sealed class ToolCacheTests
{
    private static readonly byte[] Archive = Zip("tool", "program");
    private static readonly string Digest = Convert.ToHexStringLower(SHA256.HashData(Archive));

    [Fact]
    public async Task A_missing_source_and_a_wrong_digest_lead_to_the_next_source()
    {
        using var folder = new TemporaryFolder();
        var log = new RecordingLog();
        var cache = Cache(folder, log, Source("missing.zip", Digest), Source("tool.zip", new string('0', 64)), Source("tool.zip", Digest));

        var path = await cache.EnsureAsync("tool", null, TestContext.Current.CancellationToken);

        Assert.Equal("program", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Combine(".staging")));
        var lines = log.Lines.Count;
        Assert.Equal(path, await cache.EnsureAsync("tool", null, TestContext.Current.CancellationToken));
        Assert.Equal(lines, log.Lines.Count);
    }

    [Fact]
    public async Task When_every_source_fails_all_of_them_are_listed_and_nothing_stays()
    {
        using var folder = new TemporaryFolder();
        var cache = Cache(folder, new RecordingLog(), Source("missing.zip", Digest), Source("tool.zip", new string('0', 64)));

        var exception = await Assert.ThrowsAsync<ChartReleaseException>(
            () => cache.EnsureAsync("tool", null, TestContext.Current.CancellationToken));

        Assert.Equal(FailureReason.ToolUnavailable, exception.Reason);
        Assert.Contains("missing.zip", exception.Failure.Found, StringComparison.Ordinal);
        Assert.Contains(Digest, exception.Failure.Found, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Combine("tool")));
    }

    [Fact]
    public async Task Two_at_once_both_get_the_whole_tool()
    {
        using var folder = new TemporaryFolder();
        var paths = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => Cache(folder, new RecordingLog(), Source("tool.zip", Digest)).EnsureAsync("tool", null, TestContext.Current.CancellationToken))));

        Assert.Equal("program", await File.ReadAllTextAsync(Assert.Single(paths.Distinct()), TestContext.Current.CancellationToken));
    }

    private static ArchiveSource Source(string file, string digest) => new(new Uri("http://127.0.0.1/" + file), "tool", digest);

    private static ToolCache Cache(TemporaryFolder folder, RecordingLog log, params ToolSource[] sources) => new(folder.Path, log, new ToolCacheOptions
    {
        Manifest = new ToolManifest(1, [new("tool", "1.0.0", new Dictionary<string, ToolPlatform> { ["test"] = new("tool", sources) })]),
        Platform = "test",
        CreateHandler = static () => new Script(),
    });

    private static byte[] Zip(string name, string content)
    {
        using var stream = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }

        return stream.ToArray();
    }

    private sealed class Script : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(request.RequestUri!.AbsolutePath == "/tool.zip"
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Archive) }
                : new HttpResponseMessage(HttpStatusCode.NotFound));
    }
}
