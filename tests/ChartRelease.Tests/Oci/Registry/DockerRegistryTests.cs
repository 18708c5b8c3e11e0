using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Tests.Oci.Registry;

/// <summary>Against a real registry, in each of the ways it can be set up.</summary>
public sealed class DockerRegistryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_anonymous_registry_gives_back_what_was_published()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var given = Given.TargetOn(registry.Host);
        await PublishAndReadBackAsync(given);
    }

    [Fact]
    public async Task A_registry_with_passwords_gives_back_what_was_published()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Htpasswd = true });
        await using var given = Given.TargetOn(registry.Host, Given.User(DockerRegistry.User, DockerRegistry.Password));
        await PublishAndReadBackAsync(given);
        Assert.Contains("\"alice\"", await given.Target.ProvePushAccessAsync("app", Stop), StringComparison.Ordinal);
        Assert.DoesNotContain(DockerRegistry.Password, given.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registry_with_tokens_gives_back_what_was_published_for_one_token()
    {
        await using var tokens = await TokenServer.StartAsync(Stop);
        tokens.Users["bob"] = "s3cret-of-bob";
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Tokens = tokens });
        await using var given = Given.TargetOn(registry.Host, Given.User("bob", "s3cret-of-bob"));
        await PublishAndReadBackAsync(given);
        Assert.Single(tokens.Requests);
        Assert.DoesNotContain("s3cret-of-bob", given.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(tokens.Tokens[0], given.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registry_with_tokens_can_be_pushed_to_without_credentials_where_it_allows_that()
    {
        await using var tokens = await TokenServer.StartAsync(Stop);
        tokens.Grants = (_, _) => "pull,push";
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Tokens = tokens });
        await using var given = Given.TargetOn(registry.Host);
        await given.Target.ProvePushAccessAsync("app", Stop);
        await PublishAndReadBackAsync(given);
        Assert.All(tokens.Requests, request => Assert.Null(request.Authorization));
    }

    [Fact]
    public async Task A_registry_with_a_private_authority_is_trusted_by_its_CA_file_only()
    {
        using var folder = new TemporaryFolder();
        var authority = CertificateAuthority.Create(folder);
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Tls = authority });

        await using var trusting = Given.TargetOn(registry.Host, Given.Options with { CaFile = authority.CaFile });
        Assert.False(trusting.Target.UsesPlainHttp);
        await PublishAndReadBackAsync(trusting);

        using var otherFolder = new TemporaryFolder();
        var other = CertificateAuthority.Create(otherFolder);
        await using var doubting = Given.TargetOn(registry.Host, Given.Options with { CaFile = other.CaFile });
        await doubting.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.TlsFailed);
    }

    [Fact]
    public async Task A_certificate_that_is_not_to_be_checked_is_not_and_this_is_told_once()
    {
        using var folder = new TemporaryFolder();
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Tls = CertificateAuthority.Create(folder, "registry.example.com") });
        await using var given = Given.TargetOn(registry.Host, Given.Options with { InsecureSkipTlsVerify = true });
        await PublishAndReadBackAsync(given);
        Assert.Contains("--insecure-skip-tls-verify", Assert.Single(given.Log.At(ReleaseLogLevel.Warning)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_refused_though_its_authority_is_trusted()
    {
        using var folder = new TemporaryFolder();
        var authority = CertificateAuthority.Create(folder, "registry.example.com");
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Tls = authority });
        await using var given = Given.TargetOn(registry.Host, Given.Options with { CaFile = authority.CaFile });
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.TlsFailed);
    }

    [Fact]
    public async Task Wrong_passwords_and_missing_ones_are_told_apart_from_missing_permission()
    {
        await using var tokens = await TokenServer.StartAsync(Stop);
        tokens.Users["bob"] = "right";
        tokens.Grants = (user, repository) => user == "bob" && repository.EndsWith("/mine", StringComparison.Ordinal) ? "pull,push" : "";
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Tokens = tokens });

        await using var nobody = Given.TargetOn(registry.Host);
        await nobody.Target.ProvePushAccessAsync("mine", Stop).ShouldFailAsync(FailureReason.Unauthorized);
        await using var wrong = Given.TargetOn(registry.Host, Given.User("bob", "wrong"));
        await wrong.Target.ProvePushAccessAsync("mine", Stop).ShouldFailAsync(FailureReason.Unauthorized);
        await using var bob = Given.TargetOn(registry.Host, Given.User("bob", "right"));
        await bob.Target.ProvePushAccessAsync("mine", Stop);
        await bob.Target.ProvePushAccessAsync("yours", Stop).ShouldFailAsync(FailureReason.Forbidden);
    }

    [Fact]
    public async Task Proving_push_access_for_many_charts_leaves_nothing_behind()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        var given = Given.TargetOn(registry.Host);
        await using (given)
        {
            await Task.WhenAll(Enumerable.Range(0, 20).Select(number => given.Target.ProvePushAccessAsync($"chart{number}", Stop)));
            Assert.Empty(await given.Target.Repository("chart7").ListTagsAsync(Stop).ToListAsync(Stop));
            Assert.Equal(20, registry.OpenUploads);
        }

        Assert.Equal(0, registry.OpenUploads);
    }

    [Fact]
    public async Task A_new_chart_costs_six_requests_and_an_unchanged_one_costs_one()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        await using var given = Given.TargetOn(wire.Host);
        var chart = SampleChart.Create();

        await given.Target.ProvePushAccessAsync("app", Stop);
        Assert.Null(await given.Chart.ResolveAsync("1.0.0", Stop));
        await chart.PublishAsync(given.Chart, Stop);
        Assert.Equal(["POST", "GET", "PUT", "POST", "PUT", "PUT"], wire.Requests.Select(request => request.Method));
        Assert.Equal(0, registry.OpenUploads);

        var held = await given.Chart.ResolveAsync("1.0.0", Stop);
        Assert.Equal(chart.Layer.Descriptor, held!.Manifest.Layers.Single());
        Assert.Equal(7, wire.Requests.Count);
        Assert.All(wire.Requests, request => Assert.StartsWith("chart-release/", request.Headers["User-Agent"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_blob_that_is_there_is_not_sent_again_and_costs_one_request()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        await using var given = Given.TargetOn(wire.Host);
        var chart = SampleChart.Create();
        Assert.True(await given.Chart.PushBlobAsync(chart.Layer, Stop));
        Assert.False(await given.Chart.PushBlobAsync(chart.Layer, Stop));
        Assert.Equal(["POST", "PUT", "POST"], wire.Requests.Select(request => request.Method));
    }

    private static async Task PublishAndReadBackAsync(Given given)
    {
        var chart = SampleChart.Create();
        Assert.Null(await given.Chart.ResolveAsync("1.0.0", Stop));
        Assert.False(await given.Chart.ExistsAsync(chart.Layer.Descriptor, Stop));
        await chart.PublishAsync(given.Chart, Stop);

        var byTag = await given.Chart.ResolveAsync("1.0.0", Stop);
        Assert.Equal(chart.Manifest.Descriptor, byTag!.Descriptor);
        var byDigest = await given.Chart.FetchManifestAsync(chart.Manifest.Descriptor.Digest, Stop);
        Assert.Equal(SampleChart.Bytes(chart.Manifest), byDigest.Bytes.ToArray());
        Assert.True(await given.Chart.ExistsAsync(chart.Layer.Descriptor, Stop));
        Assert.Equal(SampleChart.Bytes(chart.Layer), await (await given.Chart.FetchBlobAsync(chart.Layer.Descriptor, Stop)).ReadAllAsync(Stop));
        Assert.Equal(["1.0.0"], await given.Chart.ListTagsAsync(Stop).ToListAsync(Stop));
    }
}
