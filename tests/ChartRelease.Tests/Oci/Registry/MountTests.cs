using System.Security.Cryptography;
using ChartRelease.Oci;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Tests.Oci.Registry;

/// <summary>Blobs that another repository of the registry holds are mounted, not sent.</summary>
public sealed class MountTests
{
    private static readonly Blob _blob = Blob.FromBytes(MediaTypes.HelmChart, RandomNumberGenerator.GetBytes(100_000));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_blob_of_another_repository_costs_one_request_and_no_bytes()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        await using var given = Given.TargetOn(wire.Host);
        Assert.True(await given.Chart.PushBlobAsync(_blob, Stop));
        var before = wire.Requests.Count;

        Assert.False(await given.Target.Repository("other").PushBlobAsync(_blob with { HeldBy = given.Chart.Reference }, Stop));
        var request = Assert.Single(wire.Requests.Skip(before));
        Assert.Equal("POST", request.Method);
        Assert.EndsWith("&from=team%2Fcharts%2Fapp", request.Path, StringComparison.Ordinal);
        Assert.True(request.Body.IsEmpty);
        Assert.True(await given.Target.Repository("other").ExistsAsync(_blob.Descriptor, Stop));
    }

    [Fact]
    public async Task The_token_for_it_also_reads_the_other_repository()
    {
        await using var tokens = await TokenServer.StartAsync(Stop);
        tokens.Users["bob"] = "pw";
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Tokens = tokens });
        await using var given = Given.TargetOn(registry.Host, Given.User("bob", "pw"));
        await given.Chart.PushBlobAsync(_blob, Stop);
        Assert.False(await given.Target.Repository("other").PushBlobAsync(_blob with { HeldBy = given.Chart.Reference }, Stop));
        Assert.EndsWith(
            "&scope=repository%3Ateam%2Fcharts%2Fother%3Apull%2Cpush&scope=repository%3Ateam%2Fcharts%2Fapp%3Apull", tokens.Requests[^1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_the_other_repository_sends_the_blob()
    {
        await using var tokens = await TokenServer.StartAsync(Stop);
        tokens.Users["bob"] = "pw";
        tokens.Grants = (_, repository) => repository.EndsWith("/other", StringComparison.Ordinal) ? "pull,push" : "";
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Tokens = tokens });
        await using var given = Given.TargetOn(registry.Host, Given.User("bob", "pw"));
        Assert.True(await given.Target.Repository("other").PushBlobAsync(_blob with { HeldBy = given.Chart.Reference }, Stop));
        Assert.True(await given.Target.Repository("other").ExistsAsync(_blob.Descriptor, Stop));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    public async Task A_token_server_or_registry_that_refuses_gets_the_bytes(int status)
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        wire.On("POST", "from=team%2Fcharts%2Fholder", Answers.Status(status));
        await using var given = Given.TargetOn(wire.Host);
        Assert.True(await given.Chart.PushBlobAsync(_blob with { HeldBy = $"oci://{wire.Host}/team/charts/holder" }, Stop));
        Assert.True(await given.Chart.ExistsAsync(_blob.Descriptor, Stop));
    }

    [Fact]
    public async Task A_repository_that_does_not_hold_it_after_all_makes_an_ordinary_upload_of_it()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        await using var given = Given.TargetOn(wire.Host);
        Assert.True(await given.Chart.PushBlobAsync(_blob with { HeldBy = $"oci://{wire.Host}/nobody" }, Stop));
        Assert.Equal(["POST", "PUT"], wire.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData("oci://registry.example/team/charts/holder")]
    [InlineData("oci-layout:out/holder")]
    public async Task A_repository_elsewhere_is_not_mounted_from(string heldBy)
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        await using var given = Given.TargetOn(wire.Host);
        Assert.True(await given.Chart.PushBlobAsync(_blob with { HeldBy = heldBy }, Stop));
        Assert.EndsWith("&from=team%2Fcharts%2Fapp", wire.Requests[0].Path, StringComparison.Ordinal);
    }
}
