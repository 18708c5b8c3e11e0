using ChartRelease.Integration.Pipeline;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

[assembly: AssemblyFixture(typeof(Registries))]

namespace ChartRelease.Integration.Pipeline;

/// <summary>Real registries that the tests share, each started when it is first asked for; every test publishes below a path of its own.</summary>
public sealed class Registries : IAsyncDisposable
{
    /// <summary>A user of <see cref="TokenAsync"/> who may not push.</summary>
    public const string Reader = "reader";

    /// <summary>A user of <see cref="TokenAsync"/> who may push.</summary>
    public const string Writer = "writer";

    /// <summary>The password of both.</summary>
    public const string TokenPassword = "t0ken-Pa55word";

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<DockerRegistry>> _open;
    private readonly Lazy<Task<DockerRegistry>> _htpasswd;
    private readonly Lazy<Task<DockerRegistry>> _tls;
    private readonly Lazy<Task<TokenServer>> _tokens;
    private readonly Lazy<Task<DockerRegistry>> _token;

    public Registries()
    {
        _open = new(() => StartAsync(new()));
        _htpasswd = new(() => StartAsync(new() { Htpasswd = true }));
        Authority = new Lazy<CertificateAuthority>(() => CertificateAuthority.Create(_folder));
        _tls = new(() => StartAsync(new() { Htpasswd = true, Tls = Authority.Value }));
        _tokens = new(StartTokensAsync);
        _token = new(async () => await StartAsync(new() { Tokens = await _tokens.Value }));
    }

    /// <summary>Who signed the certificate of <see cref="TlsAsync"/>.</summary>
    public Lazy<CertificateAuthority> Authority { get; }

    /// <summary>A registry for everybody.</summary>
    public Task<DockerRegistry> OpenAsync() => _open.Value;

    /// <summary>A registry with Basic authentication.</summary>
    public Task<DockerRegistry> HtpasswdAsync() => _htpasswd.Value;

    /// <summary>A registry with Basic authentication and the certificate of a private authority.</summary>
    public Task<DockerRegistry> TlsAsync() => _tls.Value;

    /// <summary>A registry with token authentication.</summary>
    public Task<DockerRegistry> TokenAsync() => _token.Value;

    /// <summary>A path of its own in a registry.</summary>
    public static string Target(DockerRegistry registry) => $"oci://{registry.Host}/t{Guid.NewGuid():n}";

    /// <summary>Every file that a registry keeps for a target, with its hash and time of change.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="target">The target, with or without what stands before it.</param>
    public static IReadOnlyDictionary<string, string> Stored(DockerRegistry registry, string target) =>
        FolderSnapshot.Take(Path.Combine(registry.Storage, "docker", "registry", "v2", "repositories", target.Split('/')[^1]))
            // An upload that was asked for and given up leaves its hash state there (distribution 2.8.2).
            .Where(file => !file.Key.Contains("/_uploads/", StringComparison.Ordinal))
            .ToDictionary();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var registry in (Lazy<Task<DockerRegistry>>[])[_open, _htpasswd, _tls, _token])
        {
            if (registry.IsValueCreated)
            {
                await (await registry.Value).DisposeAsync();
            }
        }

        if (_tokens.IsValueCreated)
        {
            await (await _tokens.Value).DisposeAsync();
        }

        _folder.Dispose();
    }

    // Not the token of the test that happens to come first: the registry outlives it.
    private static Task<DockerRegistry> StartAsync(DockerRegistryOptions options) => DockerRegistry.StartAsync(CancellationToken.None, options);

    private static async Task<TokenServer> StartTokensAsync()
    {
        var server = await TokenServer.StartAsync(CancellationToken.None);
        server.Users[Reader] = server.Users[Writer] = TokenPassword;
        server.Grants = (user, _) => user == Writer ? "pull,push" : user == Reader ? "pull" : "";
        return server;
    }
}
