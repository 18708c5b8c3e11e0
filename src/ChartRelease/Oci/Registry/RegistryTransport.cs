using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace ChartRelease.Oci.Registry;

/// <summary>The HTTP client of one target: connections are kept, and nothing is done behind our back.</summary>
internal static class RegistryTransport
{
    private static readonly TimeSpan _longestConnect = TimeSpan.FromSeconds(30);

    private static readonly string _userAgent =
        $"chart-release/{typeof(RegistryTransport).Assembly.GetName().Version?.ToString(3) ?? "0"}";

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client owns its handler.")]
    public static HttpClient Create(RegistryEndpoint endpoint, RegistryOptions options, out TlsTrust trust)
    {
        trust = TlsTrust.From(options.CaFile, options.InsecureSkipTlsVerify);
        var client = new HttpClient(CreateHandler(endpoint, options, trust), disposeHandler: true);
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.DefaultRequestHeaders.UserAgent.ParseAdd(_userAgent);
        return client;
    }

    private static SocketsHttpHandler CreateHandler(RegistryEndpoint endpoint, RegistryOptions options, TlsTrust trust)
    {
        var proxy = EnvironmentProxy.From(options.Environment);
        return new()
        {
            // Redirects must not carry Authorization to another origin, nor turn a PUT into a GET: Redirect decides.
            AllowAutoRedirect = false,
            // Harbor starts a session, and wants a CSRF token, for clients that send its cookie back.
            UseCookies = false,
            // Digests are of the bytes as sent.
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = options.Timeout < _longestConnect ? options.Timeout : _longestConnect,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            Proxy = proxy,
            // Where no variable names one, the system may; it is not asked for this machine either.
            UseProxy = proxy is not null || !endpoint.Root.IsLoopback,
            SslOptions = new() { RemoteCertificateValidationCallback = trust.Validate },
        };
    }
}
