using System.Text;
using ChartRelease.Oci;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;
using ChartRelease.Tests.Oci.Registry;

namespace ChartRelease.Tests.Oci.Auth;

/// <summary>GITHUB_TOKEN goes to ghcr.io and nowhere else: not by a redirect, a token server, an upload, a proxy or without TLS.</summary>
public sealed class GitHubTokenTests : IAsyncDisposable
{
    private const string Token = "ghs_s3cret0123456789";
    private static readonly Blob _blob = Blob.FromBytes(MediaTypes.HelmChart, [1, 2, 3]);
    private static readonly string _basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("octocat:" + Token));
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _otherFolder = new();
    private readonly ForwardProxy _proxy = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_goes_to_the_token_server_of_ghcr_io_and_its_token_to_ghcr_io_alone()
    {
        await using var storage = await ScriptedServer.StartAsync(Stop);
        storage.On("GET", "/", Answers.Bytes(200, [1, 2, 3], "application/octet-stream")).On("PUT", "/", Answers.Status(201));
        await using var ghcr = await ScriptedServer.StartAsync(Stop);
        ghcr.On("GET", "/token", Answers.Status(200, """{"token":"s3cret-bearer"}"""))
            .On("GET", "/v2/", Answers.Challenge("Bearer realm=\"https://ghcr.io/token\",service=\"ghcr.io\""), times: 1)
            .On("GET", "/v2/", Answers.Redirect(307, "https://storage.example/signed"))
            .On("POST", "/v2/", Answers.Status(202, headers: ("Location", "https://storage.example/upload")));
        await using var given = TargetOn(ghcr, storage);
        Assert.Equal([1, 2, 3], await (await given.Chart.FetchBlobAsync(_blob.Descriptor, Stop)).ReadAllAsync(Stop));
        Assert.True(await given.Chart.PushBlobAsync(_blob, Stop));

        Assert.Equal(_basic, ghcr.Requests.Single(request => request.Path.StartsWith("/token", StringComparison.Ordinal)).Authorization);
        Assert.Equal(2, ghcr.Requests.Count(request => request.Authorization == "Bearer s3cret-bearer"));
        Assert.Equal(2, storage.Requests.Count);
        Assert.All(storage.Requests, request => Assert.Null(request.Authorization));
        AssertKept(given);
    }

    [Theory]
    [InlineData("https://storage.example/token")]
    [InlineData("https://ghcr.io.storage.example/token")]
    [InlineData("http://ghcr.io/token")]
    [InlineData("http://127.0.0.1/token")]
    public async Task It_does_not_go_to_a_token_server_elsewhere(string realm)
    {
        await using var storage = await ScriptedServer.StartAsync(Stop);
        await using var ghcr = await ScriptedServer.StartAsync(Stop);
        ghcr.On("GET", "/v2/", Answers.Challenge($"Bearer realm=\"{realm}\",service=\"ghcr.io\""));
        await using var given = TargetOn(ghcr, storage);
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryError);
        Assert.Empty(storage.Requests);
        Assert.Single(ghcr.Requests);
        AssertKept(given);
    }

    [Fact]
    public async Task A_token_server_that_redirects_is_not_followed()
    {
        await using var storage = await ScriptedServer.StartAsync(Stop);
        await using var ghcr = await ScriptedServer.StartAsync(Stop);
        ghcr.On("GET", "/token", Answers.Redirect(307, "https://storage.example/token"))
            .On("GET", "/v2/", Answers.Challenge("Bearer realm=\"https://ghcr.io/token\",service=\"ghcr.io\""));
        await using var given = TargetOn(ghcr, storage);
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryError);
        Assert.Empty(storage.Requests);
        AssertKept(given);
    }

    [Fact]
    public async Task A_challenge_behind_a_redirect_is_not_answered()
    {
        await using var storage = await ScriptedServer.StartAsync(Stop);
        storage.On("GET", "/", Answers.Challenge("Basic realm=\"give me\""));
        await using var ghcr = await ScriptedServer.StartAsync(Stop);
        ghcr.On("GET", "/v2/", Answers.Redirect(307, "https://storage.example/"));
        await using var given = TargetOn(ghcr, storage);
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.Unauthorized);
        Assert.Null(storage.Requests.Single().Authorization);
        AssertKept(given);
    }

    [Theory]
    [InlineData("ghcr.io:8443")]
    [InlineData("storage.example")]
    public async Task It_does_not_go_to_a_registry_elsewhere(string host)
    {
        await using var registry = await ScriptedServer.StartAsync(Stop);
        registry.On("GET", "/v2/", Answers.Challenge("Basic realm=\"give me\""));
        var authority = CertificateAuthority.Create(_folder, host.Split(':')[0]);
        _proxy.Lead(host.Contains(':', StringComparison.Ordinal) ? host : host + ":443", registry.Host, authority);
        await using var given = Given.TargetOn(host, Options(authority.CaFile));
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.Unauthorized);
        Assert.Null(registry.Requests.Single().Authorization);
        AssertKept(given);
    }

    [Fact]
    public async Task It_is_not_sent_without_TLS()
    {
        await using var ghcr = await ScriptedServer.StartAsync(Stop);
        ghcr.On("GET", "/v2/", Answers.Challenge("Basic realm=\"give me\""));
        _proxy.Lead("ghcr.io", ghcr.Host);
        await using var given = Given.TargetOn("ghcr.io", Options(null) with { PlainHttp = true });
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.Unauthorized);
        Assert.Null(ghcr.Requests.Single().Authorization);
        AssertKept(given);
    }

    [Fact]
    public async Task It_is_not_sent_to_who_need_not_prove_to_be_ghcr_io()
    {
        await using var ghcr = await ScriptedServer.StartAsync(Stop);
        ghcr.On("GET", "/v2/", Answers.Challenge("Basic realm=\"give me\""));
        _proxy.Lead("ghcr.io:443", ghcr.Host, CertificateAuthority.Create(_folder, "somebody.example"));
        await using var given = Given.TargetOn("ghcr.io", Options(null) with { InsecureSkipTlsVerify = true });
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.Unauthorized);
        Assert.Null(ghcr.Requests.Single().Authorization);
        AssertKept(given);
    }

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        _folder.Dispose();
        _otherFolder.Dispose();
    }

    // ghcr.io and one other host, both behind the proxy and a private authority each.
    private Given TargetOn(ScriptedServer ghcr, ScriptedServer storage)
    {
        var authority = CertificateAuthority.Create(_folder, "ghcr.io");
        var other = CertificateAuthority.Create(_otherFolder, "storage.example");
        _proxy.Lead("ghcr.io:443", ghcr.Host, authority).Lead("storage.example:443", storage.Host, other);
        var both = _folder.Write("both.pem", File.ReadAllText(authority.CaFile) + "\n" + File.ReadAllText(other.CaFile));
        return Given.TargetOn("ghcr.io", Options(both));
    }

    private RegistryOptions Options(string? caFile) => Given.With(
        ("GITHUB_TOKEN", Token), ("GITHUB_ACTOR", "octocat"), ("HTTPS_PROXY", _proxy.Address), ("HTTP_PROXY", _proxy.Address)) with
    {
        CaFile = caFile,
    };

    private void AssertKept(Given given)
    {
        Assert.DoesNotContain(Token, given.Log.Text, StringComparison.Ordinal);
        Assert.All(_proxy.Heads, head => Assert.DoesNotContain("Authorization", head, StringComparison.OrdinalIgnoreCase));
    }
}
