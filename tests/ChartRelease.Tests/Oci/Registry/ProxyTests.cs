using System.Text;
using ChartRelease.Oci.Registry;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Tests.Oci.Registry;

/// <summary>Registries behind a proxy, by names that only the proxy can resolve.</summary>
public sealed class ProxyTests : IAsyncDisposable
{
    private const string Name = "registry.test:5443";
    private readonly TemporaryFolder _folder = new();
    private readonly ForwardProxy _proxy = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TLS_goes_through_a_tunnel_that_shows_nothing_of_ours()
    {
        var authority = CertificateAuthority.Create(_folder, "registry.test");
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Tls = authority, Htpasswd = true });
        _proxy.Lead(Name, registry.Host);
        var options = Given.With(("HTTPS_PROXY", _proxy.Address)) with
        {
            CaFile = authority.CaFile,
            Username = DockerRegistry.User,
            Password = new Secret(DockerRegistry.Password),
        };
        await using var given = Given.TargetOn(Name, options);
        await SampleChart.Create().PublishAsync(given.Chart, Stop);
        Assert.NotNull(await given.Chart.ResolveAsync("1.0.0", Stop));
        Assert.All(_proxy.Heads, head => Assert.StartsWith($"CONNECT {Name} ", head, StringComparison.Ordinal));
        Assert.All(_proxy.Heads, head => Assert.DoesNotContain("Authorization", head, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Registry_and_token_server_can_both_have_private_authorities()
    {
        using var otherFolder = new TemporaryFolder();
        var (authority, other) = (CertificateAuthority.Create(_folder, "registry.test"), CertificateAuthority.Create(otherFolder, "auth.test"));
        await using var tokens = await TokenServer.StartAsync(Stop);
        tokens.Users["bob"] = "s3cret-of-bob";
        tokens.Realm = "https://auth.test/token";
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Tls = authority, Tokens = tokens });
        _proxy.Lead(Name, registry.Host).Lead("auth.test:443", tokens.Host, other);
        var both = _folder.Write("both.pem", await File.ReadAllTextAsync(authority.CaFile, Stop) + "\n" + await File.ReadAllTextAsync(other.CaFile, Stop));
        var options = Given.With(("HTTPS_PROXY", _proxy.Address)) with { CaFile = both, Username = "bob", Password = new Secret("s3cret-of-bob") };
        await using var given = Given.TargetOn(Name, options);
        await SampleChart.Create().PublishAsync(given.Chart, Stop);
        Assert.Single(tokens.Requests);

        await using var doubting = Given.TargetOn(Name, options with { CaFile = authority.CaFile });
        await doubting.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.TlsFailed);
        Assert.Single(tokens.Requests);
    }

    [Fact]
    public async Task HTTP_is_forwarded()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        _proxy.Lead("registry.test:5000", registry.Host);
        await using var given = Given.TargetOn("registry.test:5000", Given.With(("http_proxy", _proxy.Host)) with { PlainHttp = true });
        await SampleChart.Create().PublishAsync(given.Chart, Stop);
        Assert.NotNull(await given.Chart.ResolveAsync("1.0.0", Stop));
        Assert.NotEmpty(_proxy.Heads);
    }

    [Fact]
    public async Task A_proxy_with_a_password_gets_it_and_nobody_else()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        _proxy.Lead("registry.test:5000", wire.Host).Authorization = Basic("user:s3cret/pw");
        await using var right = Given.TargetOn("registry.test:5000", Given.With(("HTTP_PROXY", $"http://user:s3cret%2Fpw@{_proxy.Host}")) with { PlainHttp = true });
        Assert.Null(await right.Chart.ResolveAsync("1.0.0", Stop));
        Assert.All(wire.Requests, request => Assert.DoesNotContain("Proxy-Authorization", request.Headers.Keys));
        Assert.DoesNotContain("s3cret", right.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user:wr0ng@")]
    [InlineData("")]
    public async Task A_proxy_that_refuses_is_named_without_its_password(string user)
    {
        _proxy.Authorization = Basic("user:right");
        await using var given = Given.TargetOn(Name, Given.With(("HTTPS_PROXY", $"http://{user}{_proxy.Host}")));
        var failure = await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryUnreachable);
        Assert.Contains("HTTPS_PROXY", failure.Next, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ng", failure + given.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_does_not_connect_is_a_failure()
    {
        await using var given = Given.TargetOn(Name, Given.With(("HTTPS_PROXY", _proxy.Address)));
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryUnreachable);
        Assert.Single(_proxy.Heads);
    }

    [Theory]
    [InlineData("127.0.0.1:1")]
    [InlineData("proxy.invalid:3128")]
    public async Task A_proxy_that_is_not_there_is_named(string host)
    {
        await using var given = Given.TargetOn(Name, Given.With(("HTTPS_PROXY", $"http://user:s3cret@{host}")) with { Attempts = 1 });
        var failure = await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryUnreachable);
        Assert.Contains($"({host})", failure.Found, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", failure + given.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_fails_in_the_middle_is_asked_again()
    {
        var authority = CertificateAuthority.Create(_folder, "registry.test");
        await using var registry = await ScriptedServer.StartAsync(Stop);
        registry.On("GET", "/", Answers.Status(404, """{"errors":[{"code":"NAME_UNKNOWN"}]}""", headers: ("Connection", "close")));
        _proxy.Lead(Name, registry.Host, authority);
        await using var given = Given.TargetOn(Name, Given.With(("HTTPS_PROXY", _proxy.Address)) with { CaFile = authority.CaFile });
        Assert.Null(await given.Chart.ResolveAsync("1.0.0", Stop));
        _proxy.Fail(times: 2);
        Assert.Null(await given.Chart.ResolveAsync("1.0.0", Stop));
        Assert.Equal(2, given.Log.At(ReleaseLogLevel.Warning).Count);
    }

    [Fact]
    public async Task A_proxy_is_never_asked_for_this_machine()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var given = Given.TargetOn(registry.Host, Given.With(("HTTP_PROXY", _proxy.Address), ("HTTPS_PROXY", _proxy.Address)));
        Assert.Null(await given.Chart.ResolveAsync("1.0.0", Stop));
        Assert.Empty(_proxy.Heads);
    }

    [Theory]
    [InlineData("*", "https://r.example", false)]
    [InlineData("r.example", "https://r.example", false)]
    [InlineData("example", "https://r.example", false)]
    [InlineData(".example", "https://r.example", false)]
    [InlineData("*.example", "https://r.example", false)]
    [InlineData(".r.example", "https://r.example", true)]
    [InlineData("r.example:443", "https://r.example", false)]
    [InlineData("r.example:5000", "https://r.example", true)]
    [InlineData("a.example, ,R.EXAMPLE", "https://r.example", false)]
    [InlineData("ample", "https://r.example", true)]
    [InlineData("10.0.0.0/8", "https://10.1.2.3", false)]
    [InlineData("10.0.0.0/8", "https://11.1.2.3", true)]
    [InlineData("10.1.2.3", "https://10.1.2.3:5000", false)]
    [InlineData("10.1.2.3:5001", "https://10.1.2.3:5000", true)]
    [InlineData("fd00::/8", "https://[fd00::1]", false)]
    [InlineData("fd00::1", "https://[fd00::1]:5000", false)]
    [InlineData("[fd00::1]:5000", "https://[fd00::1]:5000", false)]
    [InlineData("", "https://r.example", true)]
    public void NO_PROXY_is_read_as_helm_reads_it(string noProxy, string address, bool proxied)
    {
        var proxy = EnvironmentProxy.From(name => name switch { "HTTPS_PROXY" => "proxy.example:3128", "no_proxy" => noProxy, _ => null })!;
        Assert.Equal(proxied ? new Uri("http://proxy.example:3128") : null, proxy.GetProxy(new Uri(address)));
    }

    [Fact]
    public void A_proxy_is_for_its_scheme_only()
    {
        var proxy = EnvironmentProxy.From(name => name == "HTTPS_PROXY" ? "http://proxy.example:3128" : null)!;
        Assert.True(proxy.IsBypassed(new Uri("http://r.example")));
        Assert.False(proxy.IsBypassed(new Uri("https://r.example")));
        Assert.Null(EnvironmentProxy.From(name => name == "NO_PROXY" ? "*" : ""));
    }

    [Theory]
    [InlineData("http://")]
    [InlineData("ftp://user:s3cret@proxy.example")]
    [InlineData("http://user:s3cret@[")]
    public void A_variable_that_names_no_proxy_is_refused_without_being_shown(string value)
    {
        var exception = Assert.Throws<ChartReleaseException>(() => EnvironmentProxy.From(name => name == "HTTPS_PROXY" ? value : null));
        Assert.Equal(FailureReason.InvalidSettings, exception.Reason);
        Assert.DoesNotContain("s3cret", exception.ToString(), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        _folder.Dispose();
    }

    private static string Basic(string user) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(user));
}
