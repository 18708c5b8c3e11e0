using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Integration.Pipeline;

/// <summary>Failures that lie in the registry or on the way to it.</summary>
public sealed class RegistryErrorTests(Registries registries)
{
    [Fact]
    public async Task Nobody_listens()
    {
        // Port 1 is reserved, and nothing of a test takes it.
        HostAssert.Failed(await PublishAsync("oci://127.0.0.1:1/charts"), "127.0.0.1:1", "--registry");
    }

    [Fact]
    public async Task A_registry_that_speaks_no_TLS()
    {
        var registry = await registries.OpenAsync();

        HostAssert.Failed(
            await PublishAsync(Registries.Target(registry), $"--ca-file={registries.Authority.Value.CaFile}"), registry.Host, "--plain-http");
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority()
    {
        var registry = await registries.TlsAsync();
        using var folder = new TemporaryFolder();

        HostAssert.Failed(
            await PublishAsync(Registries.Target(registry), $"--ca-file={CertificateAuthority.Create(folder).CaFile}"), registry.Host, "authority is unknown", "--ca-file");
    }

    [Fact]
    public async Task A_registry_that_speaks_TLS_only()
    {
        var registry = await registries.TlsAsync();

        HostAssert.Failed(await PublishAsync(Registries.Target(registry)), registry.Host, "400 Bad Request", "--ca-file");
    }

    [Fact]
    public async Task A_file_of_authorities_that_does_not_exist()
    {
        HostAssert.Failed(await PublishAsync("oci://127.0.0.1:1/charts", "--ca-file=no-such.pem"), "no-such.pem");
    }

    [Theory]
    [InlineData(403, "DENIED", "permission")]
    [InlineData(404, "NAME_UNKNOWN", "--registry")]
    [InlineData(400, "NAME_INVALID", "--registry")]
    public async Task An_answer_that_says_no_is_shown_with_its_words(int status, string code, string advice)
    {
        await using var server = await ScriptedServer.StartAsync(TestContext.Current.CancellationToken);
        server.On("GET", "/manifests/", Answers.Error(404, "MANIFEST_UNKNOWN"));
        server.On("POST", "/uploads/", Answers.Error(status, code, "the words of the registry"));

        HostAssert.Failed(await PublishAsync($"oci://{server.Host}/charts"), server.Host, $"{status}", code, "the words of the registry", advice);
    }

    [Fact]
    public async Task A_chart_that_comes_back_with_other_bytes()
    {
        var registry = await registries.OpenAsync();
        await using var server = await ScriptedServer.StartAsync(TestContext.Current.CancellationToken, behind: registry.Host);
        server.On("GET", "/blobs/sha256", Answers.Status(200, "something else"));

        HostAssert.Failed(await PublishAsync($"oci://{server.Host}/{Guid.NewGuid():n}"), "sha256:");
    }

    [Fact]
    public async Task A_push_that_was_lost_on_the_way_is_repeated_and_said()
    {
        var registry = await registries.OpenAsync();
        await using var server = await ScriptedServer.StartAsync(TestContext.Current.CancellationToken, behind: registry.Host);
        server.On("PUT", "/manifests/", Answers.Status(503, headers: ("Retry-After", "0")), times: 1);

        var run = await PublishAsync($"oci://{server.Host}/{Guid.NewGuid():n}");

        HostAssert.Succeeded(run);
        Assert.Contains("503", run.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_is_none()
    {
        HostAssert.Failed(await PublishAsync("https://example.com/charts"), "neither with oci:// nor with oci-layout:");
    }

    private static async Task<HostResult> PublishAsync(string target, params string[] arguments)
    {
        using var repository = await ReleaseRepository.CreateAsync();
        return await repository.PublishAsync([$"--registry={target}", .. arguments]);
    }
}
