using System.Globalization;
using System.Security.Cryptography;
using ChartRelease.Oci;
using ChartRelease.Testing.Registry;
using Microsoft.AspNetCore.Http;

namespace ChartRelease.Tests.Oci.Registry;

/// <summary>Downloads that break off go on where they were.</summary>
public sealed class DownloadTests
{
    private static readonly byte[] _content = RandomNumberGenerator.GetBytes(200_000);

    private static readonly Blob _blob = Blob.FromBytes(MediaTypes.HelmChart, _content);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_real_registry_sends_the_rest_of_a_body_that_broke_off()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        await using var given = Given.TargetOn(wire.Host);
        await given.Chart.PushBlobAsync(_blob, Stop);
        wire.On("GET", "/blobs/", Answers.Truncated(_content), times: 1);
        Assert.Equal(_content, await FetchAsync(given));
        Assert.Equal(["bytes=100000-"], Ranges(wire));
        Assert.Equal(206, await StatusOfRangeAsync(registry.Host));
        var line = Assert.Single(given.Log.At(ReleaseLogLevel.Warning));
        Assert.Contains("after 100000 of 200000 bytes; trying again in", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_may_break_off_more_often_than_one_request_is_tried()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        for (var i = 0; i < 10; i++)
        {
            server.On("GET", "/blobs/", Part(i * 20_000, 20_000), times: 1);
        }

        await using var given = Given.TargetOn(server.Host, Given.Options with { Attempts = 2 });
        Assert.Equal(_content, await FetchAsync(given));
        Assert.Equal(9, given.Log.At(ReleaseLogLevel.Warning).Count);
    }

    [Fact]
    public async Task Without_any_progress_it_ends_after_as_many_attempts_as_any_request()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/blobs/", Part(0, 20_000), times: 1).On("GET", "/blobs/", Part(20_000, 0));
        await using var given = Given.TargetOn(server.Host);
        await using var stream = await given.Chart.FetchBlobAsync(_blob.Descriptor, Stop);
        await stream.CopyToAsync(Stream.Null, Stop).ShouldFailAsync(FailureReason.RegistryUnreachable);
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_sends_the_whole_again_is_read_from_where_it_broke_off()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/blobs/", Answers.Truncated(_content), times: 1).On("GET", "/blobs/", Answers.Bytes(200, _content, "application/octet-stream"));
        await using var given = Given.TargetOn(server.Host);
        Assert.Equal(_content, await FetchAsync(given));
    }

    [Fact]
    public async Task A_body_that_stands_still_is_asked_for_again()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/blobs/", async context =>
        {
            context.Response.ContentLength = _content.Length;
            await context.Response.Body.WriteAsync(_content.AsMemory(0, 1000));
            await context.Response.Body.FlushAsync();
            await Answers.Silence()(context);
        }, times: 1).On("GET", "/blobs/", Part(1000, _content.Length - 1000));
        await using var given = Given.TargetOn(server.Host, Given.Options with { Timeout = TimeSpan.FromMilliseconds(300) });
        Assert.Equal(_content, await FetchAsync(given));
        Assert.Equal(["bytes=1000-"], Ranges(server));
    }

    [Theory]
    [InlineData("bytes 99999-199999/200000")]
    [InlineData("bytes 100001-199999/200000")]
    [InlineData("bytes 100000-199999/200001")]
    [InlineData("bytes */200000")]
    [InlineData("")]
    public async Task Another_part_than_was_asked_for_is_an_error(string contentRange)
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        (string, string)[] headers = contentRange.Length == 0 ? [] : [("Content-Range", contentRange)];
        server.On("GET", "/blobs/", Answers.Truncated(_content), times: 1)
            .On("GET", "/blobs/", Answers.Bytes(206, _content[100_000..], "application/octet-stream", headers));
        await FailAsync(server, FailureReason.RegistryError);
    }

    [Theory]
    [InlineData(416, FailureReason.RegistryError)]
    [InlineData(403, FailureReason.Forbidden)]
    [InlineData(404, FailureReason.NotFound)]
    public async Task A_rest_that_is_refused_is_an_error(int status, FailureReason reason)
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/blobs/", Answers.Truncated(_content), times: 1).On("GET", "/blobs/", Answers.Status(status));
        await FailAsync(server, reason);
    }

    [Fact]
    public async Task A_part_in_answer_to_the_first_request_is_an_error()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/blobs/", Answers.Bytes(206, _content, "application/octet-stream", ("Content-Range", "bytes 0-199999/200000")));
        await using var given = Given.TargetOn(server.Host);
        await given.Chart.FetchBlobAsync(_blob.Descriptor, Stop).ShouldFailAsync(FailureReason.RegistryError);
    }

    [Fact]
    public async Task The_rest_is_verified_with_what_came_before()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        byte[] damaged = [(byte)(_content[0] ^ 1), .. _content[1..]];
        server.On("GET", "/blobs/", Answers.Truncated(damaged), times: 1).On("GET", "/blobs/", Answers.Bytes(200, _content, "application/octet-stream"));
        await FailAsync(server, FailureReason.DigestMismatch);
    }

    [Fact]
    public async Task A_rest_on_another_origin_is_fetched_by_a_new_redirect()
    {
        await using var storage = await ScriptedServer.StartAsync(Stop);
        storage.On("GET", "/first", Answers.Truncated(_content)).On("GET", "/second", Part(100_000, 100_000));
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/blobs/", Answers.Redirect(307, $"http://{storage.Host}/first"), times: 1)
            .On("GET", "/blobs/", Answers.Redirect(307, $"http://{storage.Host}/second"));
        await using var given = Given.TargetOn(server.Host);
        Assert.Equal(_content, await FetchAsync(given));
        Assert.Equal(["bytes=100000-"], Ranges(storage));
    }

    [Fact]
    public async Task A_manifest_that_was_damaged_on_the_way_is_asked_for_once_more()
    {
        var manifest = SampleChart.Create().Manifest;
        var bytes = SampleChart.Bytes(manifest);
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/manifests/sha256", Answers.Bytes(200, [.. bytes[..^1], (byte)' '], "application/json"), times: 1)
            .On("GET", "/manifests/sha256", Answers.Bytes(200, bytes, "application/json"))
            .On("GET", "/manifests/1.0.0", Answers.Bytes(200, bytes, "application/json", ("Docker-Content-Digest", $"sha256:{new string('0', 64)}")));
        await using var given = Given.TargetOn(server.Host);
        Assert.Equal(bytes, (await given.Chart.FetchManifestAsync(manifest.Descriptor.Digest, Stop)).Bytes.ToArray());
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.DigestMismatch);
        Assert.Equal(4, server.Requests.Count);
    }

    // A part of the content, after which the connection ends if more was announced.
    private static RequestDelegate Part(int from, int count) => async context =>
    {
        context.Response.StatusCode = from == 0 ? 200 : 206;
        context.Response.ContentLength = _content.Length - from;
        if (from > 0)
        {
            context.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{_content.Length - 1}/{_content.Length}");
        }

        await context.Response.Body.WriteAsync(_content.AsMemory(from, count));
    };

    private static async Task<byte[]> FetchAsync(Given given) => await (await given.Chart.FetchBlobAsync(_blob.Descriptor, Stop)).ReadAllAsync(Stop);

    private static async Task FailAsync(ScriptedServer server, FailureReason reason)
    {
        await using var given = Given.TargetOn(server.Host);
        await FetchAsync(given).ShouldFailAsync(reason);
        Assert.Equal(2, server.Requests.Count);
    }

    private static IEnumerable<string> Ranges(ScriptedServer server) =>
        server.Requests.Where(request => request.Headers.ContainsKey("Range")).Select(request => request.Headers["Range"]);

    private static async Task<int> StatusOfRangeAsync(string host)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{host}/v2/team/charts/app/blobs/{_blob.Descriptor.Digest}");
        request.Headers.Range = new(100_000, null);
        using var response = await http.SendAsync(request, Stop);
        return (int)response.StatusCode;
    }
}
