using ChartRelease.Oci;
using ChartRelease.Oci.Registry;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Tests.Oci.Registry;

public sealed class RedirectTests
{
    private static readonly Blob _blob = Blob.FromBytes(MediaTypes.HelmChart, [1, 2, 3]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_blob_on_another_origin_is_fetched_without_our_credentials(int status)
    {
        await using var storage = await ScriptedServer.StartAsync(Stop);
        storage.On("GET", "/signed", Answers.Bytes(200, [1, 2, 3], "application/octet-stream"));
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/blobs/", Answers.Challenge("Basic realm=\"x\""), times: 1)
            .On("GET", "/blobs/", Answers.Redirect(status, $"http://{storage.Host}/signed?signature=s3cret-signature"));
        await using var given = Given.TargetOn(server.Host, Given.User("alice", "pw"));
        Assert.Equal([1, 2, 3], await (await given.Chart.FetchBlobAsync(_blob.Descriptor, Stop)).ReadAllAsync(Stop));
        Assert.NotNull(server.Requests[^1].Authorization);
        Assert.Null(storage.Requests.Single().Authorization);
        Assert.DoesNotContain("s3cret-signature", given.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_within_the_registry_keeps_the_credentials()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/blobs/", Answers.Challenge("Basic realm=\"x\""), times: 1)
            .On("GET", "/blobs/", Answers.Redirect(307, "/elsewhere"))
            .On("GET", "/elsewhere", Answers.Bytes(200, [1, 2, 3], "application/octet-stream"));
        await using var given = Given.TargetOn(server.Host, Given.User("alice", "pw"));
        Assert.Equal([1, 2, 3], await (await given.Chart.FetchBlobAsync(_blob.Descriptor, Stop)).ReadAllAsync(Stop));
        Assert.NotNull(server.Requests[^1].Authorization);
    }

    [Fact]
    public async Task A_challenge_of_another_origin_is_not_answered()
    {
        await using var storage = await ScriptedServer.StartAsync(Stop);
        storage.On("GET", "/", Answers.Challenge("Basic realm=\"give me\""));
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/blobs/", Answers.Redirect(307, $"http://{storage.Host}/"));
        await using var given = Given.TargetOn(server.Host, Given.User("alice", "pw"));
        await given.Chart.FetchBlobAsync(_blob.Descriptor, Stop).ShouldFailAsync(FailureReason.Unauthorized);
        Assert.Null(storage.Requests.Single().Authorization);
    }

    [Fact]
    public async Task An_upload_to_another_origin_is_sent_without_our_credentials()
    {
        await using var storage = await ScriptedServer.StartAsync(Stop);
        storage.On("PUT", "/upload", Answers.Status(201));
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("POST", "/uploads/", Answers.Challenge("Basic realm=\"x\""), times: 1)
            .On("POST", "/uploads/", Answers.Status(202, headers: ("Location", $"http://{storage.Host}/upload?token=s3cret-token")));
        await using var given = Given.TargetOn(server.Host, Given.User("alice", "pw"));
        Assert.True(await given.Chart.PushBlobAsync(_blob, Stop));
        Assert.Null(storage.Requests.Single().Authorization);
        Assert.DoesNotContain("s3cret-token", given.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirected_upload_sends_its_body_again()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("PUT", "/manifests/1.0.0", Answers.Redirect(307, "/v2/moved"), times: 1).On("PUT", "/v2/moved", Answers.Status(201));
        await using var given = Given.TargetOn(server.Host);
        await given.Chart.PushManifestAsync(_blob, "1.0.0", Stop);
        Assert.Equal([1, 2, 3], server.Requests[^1].Body.ToArray());
    }

    [Fact]
    public async Task A_write_is_never_turned_into_a_read()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("PUT", "/", Answers.Redirect(303, "/other")).On("GET", "/other", Answers.Status(201));
        await using var given = Given.TargetOn(server.Host);
        await given.Chart.PushManifestAsync(_blob, "1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryError);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Redirects_in_a_circle_end()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Redirect(302, "/again"));
        await using var given = Given.TargetOn(server.Host);
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryError);
        Assert.Equal(6, server.Requests.Count);
    }

    [Theory]
    [InlineData("https://r.example/v2/a/", "/v2/b?x=1", "https://r.example/v2/b?x=1")]
    [InlineData("https://r.example/v2/a/", "b", "https://r.example/v2/a/b")]
    [InlineData("https://r.example:5000/v2/", "http://r.example/v2/b", "https://r.example:5000/v2/b")]
    [InlineData("https://r.example/v2/", "https://s3.example/b", "https://s3.example/b")]
    [InlineData("http://r.example/v2/", "https://r.example/v2/", "https://r.example/v2/")]
    [InlineData("https://r.example/v2/", "http://s3.example/b", null)]
    [InlineData("https://r.example/v2/", "file:///etc/passwd", null)]
    [InlineData("http://r.example/v2/", "ftp://r.example/", null)]
    public void TLS_is_never_given_up_on_the_way(string from, string location, string? expected) =>
        Assert.Equal(expected, Redirect.Resolve(new Uri(from), location)?.AbsoluteUri);
}
