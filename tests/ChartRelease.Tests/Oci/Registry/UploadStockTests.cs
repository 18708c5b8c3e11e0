using System.Security.Cryptography;
using ChartRelease.Oci;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Tests.Oci.Registry;

/// <summary>The upload that proves the permission to push, and what becomes of it.</summary>
public sealed class UploadStockTests
{
    private static readonly Blob _small = Blob.FromBytes(MediaTypes.HelmConfig, "{}"u8.ToArray());

    private static readonly Blob _large = Blob.FromBytes(MediaTypes.HelmChart, RandomNumberGenerator.GetBytes(70_000));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_small_blob_takes_it()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        await using var given = Given.TargetOn(wire.Host);
        await given.Target.ProvePushAccessAsync("app", Stop);
        Assert.True(await given.Chart.PushBlobAsync(_large, Stop));
        Assert.True(await given.Chart.PushBlobAsync(_small, Stop));
        Assert.False(await given.Chart.PushBlobAsync(_small, Stop));
        Assert.Equal(["POST", "POST", "PUT", "PUT", "POST"], wire.Requests.Select(request => request.Method));
        Assert.Equal(0, registry.OpenUploads);
    }

    [Fact]
    public async Task One_that_the_registry_forgot_is_replaced_without_a_word()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        await using var given = Given.TargetOn(wire.Host);
        await given.Target.ProvePushAccessAsync("app", Stop);
        Directory.Delete(Path.Combine(registry.Storage, "docker/registry/v2/repositories/team/charts/app/_uploads"), recursive: true);
        Assert.True(await given.Chart.PushBlobAsync(_small, Stop));
        Assert.True(await given.Chart.ExistsAsync(_small.Descriptor, Stop));
        Assert.Equal(["POST", "PUT", "POST", "PUT", "HEAD"], wire.Requests.Select(request => request.Method));
        Assert.Empty(given.Log.At(ReleaseLogLevel.Warning));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(405)]
    [InlineData(500)]
    public async Task A_registry_that_does_not_take_it_back_does_not_disturb(int status)
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        wire.On("DELETE", "/", Answers.Status(status));
        var given = Given.TargetOn(wire.Host);
        await given.Target.ProvePushAccessAsync("app", Stop);
        await given.DisposeAsync();
        Assert.Equal(["POST", "DELETE"], wire.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_registry_that_is_gone_does_not_disturb()
    {
        var given = default(Given);
        await using (var registry = await DockerRegistry.StartAsync(Stop))
        {
            given = Given.TargetOn(registry.Host);
            await given.Target.ProvePushAccessAsync("app", Stop);
        }

        await given.DisposeAsync();
    }
}
