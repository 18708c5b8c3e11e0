using System.Security.Cryptography;
using ChartRelease.Oci;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Tests.Oci.Registry;

/// <summary>Uploads that broke, in front of a real registry.</summary>
public sealed class ResumedUploadTests
{
    private static readonly Blob _blob = Blob.FromBytes(MediaTypes.HelmChart, RandomNumberGenerator.GetBytes(300_000));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task An_upload_of_which_nothing_arrived_is_used_again(int status)
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        wire.On("PUT", "/uploads/", status == 0 ? Answers.Reset() : Answers.Status(status), times: 1);
        await PushAsync(registry, wire, ["POST", "PUT", "GET", "PUT"]);
    }

    [Fact]
    public async Task The_rest_of_an_upload_is_sent()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        using var partial = new PartialUpload(wire, registry, _blob, 100_000);
        await PushAsync(registry, wire, ["POST", "PUT", "GET", "PATCH", "PUT"]);
        var patch = wire.Requests.Single(request => request.Method == "PATCH");
        Assert.Equal("100000-299999", patch.Headers["Content-Range"]);
        Assert.Equal(200_000, patch.Body.Length);
        Assert.True(wire.Requests[^1].Body.IsEmpty);
    }

    [Fact]
    public async Task A_rest_that_broke_is_sent_again()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        using var partial = new PartialUpload(wire, registry, _blob, 100_000);
        wire.On("PATCH", "/uploads/", Answers.Status(502), times: 1);
        await PushAsync(registry, wire, ["POST", "PUT", "GET", "PATCH", "GET", "PATCH", "PUT"]);
    }

    [Fact]
    public async Task An_upload_of_which_everything_arrived_is_only_ended()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        using var partial = new PartialUpload(wire, registry, _blob, 300_000);
        await PushAsync(registry, wire, ["POST", "PUT", "GET", "PUT"]);
        Assert.True(wire.Requests[^1].Body.IsEmpty);
    }

    [Theory]
    [InlineData("0-299")]
    [InlineData("0-300000")]
    [InlineData("0-999999999999999999999")]
    [InlineData("5-10")]
    [InlineData("")]
    public async Task A_place_that_is_not_true_does_not_damage_the_blob(string range)
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        wire.On("PUT", "/uploads/", Answers.Status(503), times: 1);
        wire.On("GET", "/uploads/", Answers.Status(204, headers: ("Range", range)));
        await using var given = Given.TargetOn(wire.Host);
        Assert.True(await given.Chart.PushBlobAsync(_blob, Stop));
        Assert.Equal(["POST", "PUT"], wire.Requests.TakeLast(2).Select(request => request.Method));
        await CheckAsync(registry, given);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(500)]
    public async Task An_upload_the_registry_does_not_go_on_with_is_taken_back_and_begun_anew(int status)
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        wire.On("PUT", "/uploads/", Answers.Status(503), times: 1).On("GET", "/uploads/", Answers.Status(status));
        await PushAsync(registry, wire, ["POST", "PUT", "GET", "DELETE", "POST", "PUT"]);
    }

    [Fact]
    public async Task A_registry_that_asks_to_wait_is_asked_again_for_the_same_upload()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        wire.On("PUT", "/uploads/", Answers.Status(503), times: 1).On("GET", "/uploads/", Answers.Status(503), times: 1);
        await PushAsync(registry, wire, ["POST", "PUT", "GET", "GET", "PUT"]);
    }

    [Theory]
    [InlineData("BLOB_UPLOAD_UNKNOWN")]
    [InlineData("BLOB_UPLOAD_INVALID")]
    public async Task An_upload_the_registry_lost_is_begun_anew(string code)
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        wire.On("PUT", "/uploads/", Answers.Error(404, code), times: 1).On("GET", "/uploads/", Answers.Error(404, code));
        await PushAsync(registry, wire, ["POST", "PUT", "GET", "DELETE", "POST", "PUT"]);
    }

    [Fact]
    public async Task A_body_that_broke_off_in_the_registrys_hands_is_sent_anew()
    {
        // distribution 2.8.2 keeps the half, and then takes neither GET nor PATCH nor DELETE of that upload: it clears it by itself, a week later.
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = new CutWire(registry.Host, cutAfter: 150_000);
        await using var given = Given.TargetOn(wire.Host);
        Assert.True(await given.Chart.PushBlobAsync(_blob, Stop));
        Assert.Equal(SampleChart.Bytes(_blob), await (await given.Chart.FetchBlobAsync(_blob.Descriptor, Stop)).ReadAllAsync(Stop));
        Assert.NotEmpty(given.Log.At(ReleaseLogLevel.Warning));
        Assert.InRange(registry.OpenUploads, 0, 1);
    }

    [Fact]
    public async Task An_answer_that_got_lost_is_made_good_by_the_blob_being_there()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        wire.On("PUT", "/uploads/", wire.ForwardAndReset(), times: 1);
        await using var given = Given.TargetOn(wire.Host);
        Assert.False(await given.Chart.PushBlobAsync(_blob, Stop));
        Assert.Equal(["POST", "PUT", "GET", "DELETE", "POST"], wire.Requests.Select(request => request.Method));
        await CheckAsync(registry, given);
    }

    [Fact]
    public async Task What_fails_for_good_is_taken_back()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        wire.On("PUT", "/uploads/", Answers.Status(503));
        await using var given = Given.TargetOn(wire.Host);
        await given.Chart.PushBlobAsync(_blob, Stop).ShouldFailAsync(FailureReason.RegistryError);
        Assert.True(5 == wire.Requests.Count(request => request.Method == "PUT"), given.Log.Text);
        Assert.Equal("DELETE", wire.Requests[^1].Method);
        Assert.Equal(0, registry.OpenUploads);
    }

    [Fact]
    public async Task What_is_stopped_is_taken_back()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        using var source = new CancellationTokenSource();
        wire.On("PUT", "/uploads/", async context =>
        {
            await source.CancelAsync();
            await Answers.Silence()(context);
        });
        await using var given = Given.TargetOn(wire.Host);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given.Chart.PushBlobAsync(_blob, source.Token));
        Assert.Equal(0, registry.OpenUploads);
    }

    private static async Task PushAsync(DockerRegistry registry, ScriptedServer wire, string[] methods)
    {
        await using var given = Given.TargetOn(wire.Host);
        Assert.True(await given.Chart.PushBlobAsync(_blob, Stop));
        Assert.True(methods.SequenceEqual(wire.Requests.Select(request => request.Method)), given.Log.Text);
        await CheckAsync(registry, given);
    }

    private static async Task CheckAsync(DockerRegistry registry, Given given)
    {
        Assert.True(await given.Chart.ExistsAsync(_blob.Descriptor, Stop));
        Assert.Equal(0, registry.OpenUploads);
    }
}
