using System.Security.Cryptography;
using ChartRelease.Oci;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Tests.Oci.Registry;

public sealed class BlobTests
{
    private static readonly byte[] _content = "the content of a blob"u8.ToArray();

    private static readonly Blob _blob = Blob.FromBytes(MediaTypes.HelmChart, _content);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Other_content_of_the_same_length_is_found_out_before_its_end() => await FetchAsync([.. _content[..^1], (byte)'!'], FailureReason.DigestMismatch);

    [Fact]
    public async Task Shorter_content_is_found_out() => await FetchAsync(_content[..^1], FailureReason.DigestMismatch);

    [Fact]
    public async Task Longer_content_is_found_out() => await FetchAsync([.. _content, (byte)'!'], FailureReason.DigestMismatch);

    [Fact]
    public async Task Content_without_end_is_found_out_at_the_announced_size()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/blobs/", Answers.Endless(200));
        await using var given = Given.TargetOn(server.Host);
        using var content = new MemoryStream();
        await using var stream = await given.Chart.FetchBlobAsync(_blob.Descriptor, Stop);
        await stream.CopyToAsync(content, Stop).ShouldFailAsync(FailureReason.DigestMismatch);
        Assert.InRange(content.Length, 0, _content.Length - 1);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_is_told_from_wrong_content()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/blobs/", Answers.Truncated(_content));
        await using var given = Given.TargetOn(server.Host);
        await using var stream = await given.Chart.FetchBlobAsync(_blob.Descriptor, Stop);
        await stream.ReadAllAsync(Stop).ShouldFailAsync(FailureReason.RegistryUnreachable);
    }

    [Fact]
    public async Task Who_reads_exactly_the_size_has_read_verified_content()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/blobs/", Answers.Bytes(200, [.. _content[..^1], (byte)'!'], "application/octet-stream"));
        await using var given = Given.TargetOn(server.Host);
        await using var stream = await given.Chart.FetchBlobAsync(_blob.Descriptor, Stop);
        var buffer = new byte[_content.Length];
        await stream.ReadExactlyAsync(buffer, Stop).AsTask().ShouldFailAsync(FailureReason.DigestMismatch);
    }

    [Fact]
    public async Task Reading_synchronously_gives_the_same_content()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/blobs/", Answers.Bytes(200, _content, "application/octet-stream"));
        await using var given = Given.TargetOn(server.Host);
        await using var stream = await given.Chart.FetchBlobAsync(_blob.Descriptor, Stop);
        var buffer = new byte[100];
        var count = stream.ReadAtLeast(buffer, 100, throwOnEndOfStream: false);
        Assert.Equal(_content, buffer[..count]);
    }

    [Fact]
    public async Task An_upload_address_may_be_relative_and_have_a_query()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("POST", "/uploads/", Answers.Status(202, headers: ("Location", "../uploads/7?_state=s3cret%2Fstate")))
            .On("PUT", "/", Answers.Status(201));
        await using var given = Given.TargetOn(server.Host);
        Assert.True(await given.Chart.PushBlobAsync(_blob, Stop));
        var put = server.Requests.Single(request => request.Method == "PUT");
        Assert.Equal($"/v2/team/charts/app/blobs/uploads/7?_state=s3cret%2Fstate&digest={Uri.EscapeDataString(_blob.Descriptor.Digest.Value)}", put.Path);
        Assert.Equal(_content, put.Body.ToArray());
        Assert.Equal(_content.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), put.Headers["Content-Length"]);
        Assert.DoesNotContain("s3cret", given.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(405)]
    public async Task A_registry_that_does_not_know_mounts_gets_an_ordinary_upload(int status)
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        wire.On("POST", "mount=", Answers.Status(status));
        await using var given = Given.TargetOn(wire.Host);
        Assert.True(await given.Chart.PushBlobAsync(_blob, Stop));
        Assert.True(await given.Chart.ExistsAsync(_blob.Descriptor, Stop));
    }

    [Fact]
    public async Task A_blob_of_another_size_than_announced_is_not_taken_for_present()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var given = Given.TargetOn(registry.Host);
        await given.Chart.PushBlobAsync(_blob, Stop);
        await given.Chart.ExistsAsync(_blob.Descriptor with { Size = 3 }, Stop).ShouldFailAsync(FailureReason.DigestMismatch);
    }

    [Fact]
    public async Task A_blob_can_be_sent_from_a_file()
    {
        using var folder = new ChartRelease.Testing.TemporaryFolder();
        var bytes = RandomNumberGenerator.GetBytes(3_000_000);
        await File.WriteAllBytesAsync(folder.Combine("blob"), bytes, Stop);
        var descriptor = new Descriptor(MediaTypes.HelmChart, Digest.Of(bytes), bytes.Length);
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var given = Given.TargetOn(registry.Host);
        Assert.True(await given.Chart.PushBlobAsync(Blob.FromFile(descriptor, folder.Combine("blob")), Stop));
        Assert.Equal(bytes, await (await given.Chart.FetchBlobAsync(descriptor, Stop)).ReadAllAsync(Stop));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_not_taken_for_a_broken_connection()
    {
        using var folder = new ChartRelease.Testing.TemporaryFolder();
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var given = Given.TargetOn(registry.Host);
        await given.Chart.PushBlobAsync(Blob.FromFile(_blob.Descriptor, folder.Combine("gone")), Stop).ShouldFailAsync(FailureReason.DigestMismatch);
        Assert.Empty(given.Log.At(ReleaseLogLevel.Warning));
        Assert.Equal(0, registry.OpenUploads);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_file_of_another_size_than_it_had_is_not_taken_for_a_broken_connection(int more)
    {
        using var folder = new ChartRelease.Testing.TemporaryFolder();
        await File.WriteAllBytesAsync(folder.Combine("blob"), new byte[_content.Length + more], Stop);
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var given = Given.TargetOn(registry.Host);
        await given.Chart.PushBlobAsync(Blob.FromFile(_blob.Descriptor, folder.Combine("blob")), Stop).ShouldFailAsync(FailureReason.DigestMismatch);
        Assert.Empty(given.Log.At(ReleaseLogLevel.Warning));
        Assert.InRange(registry.OpenUploads, 0, 1);
    }

    private static async Task FetchAsync(byte[] sent, FailureReason reason)
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/blobs/", Answers.Bytes(200, sent, "application/octet-stream"));
        await using var given = Given.TargetOn(server.Host);
        await using var stream = await given.Chart.FetchBlobAsync(_blob.Descriptor, Stop);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, Stop).ShouldFailAsync(reason);
        Assert.True(content.Length < _content.Length);
    }
}
