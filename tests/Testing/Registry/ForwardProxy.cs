using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ChartRelease.Testing.Registry;

/// <summary>
/// A small real proxy on loopback, for CONNECT and for plain HTTP. It leads the host names of a list to servers of the test, so that
/// registries have names that need a proxy.
/// </summary>
public sealed class ForwardProxy : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (string Server, X509Certificate2? Certificate)> _routes = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<string> _heads = new();
    private readonly TcpServer _server;
    private int _failures;

    /// <summary>Starts a proxy that knows no host yet.</summary>
    public ForwardProxy() => _server = TcpServer.Start(ServeAsync);

    /// <summary>Its address, for HTTPS_PROXY and HTTP_PROXY.</summary>
    public string Address => $"http://{_server.Host}";

    /// <summary>127.0.0.1 and the port.</summary>
    public string Host => _server.Host;

    /// <summary>The Proxy-Authorization it asks for; <see langword="null"/> for none.</summary>
    public string? Authorization { get; set; }

    /// <summary>The heads of the requests it saw itself, in the order of their arrival; not what went through its tunnels.</summary>
    public IReadOnlyList<string> Heads => [.. _heads];

    /// <summary>Leads a host to a server.</summary>
    /// <param name="host">HOST:PORT as clients ask for it.</param>
    /// <param name="server">127.0.0.1 and a port.</param>
    /// <param name="tls">Where the server speaks HTTP and the client TLS: whose certificate stands between them.</param>
    public ForwardProxy Lead(string host, string server, CertificateAuthority? tls = null)
    {
        _routes[host] = (server, tls is null ? null : X509Certificate2.CreateFromPemFile(tls.CertificateFile, tls.KeyFile));
        return this;
    }

    /// <summary>Answers the next requests with 502.</summary>
    public void Fail(int times) => Volatile.Write(ref _failures, times);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        foreach (var (_, certificate) in _routes.Values)
        {
            certificate?.Dispose();
        }
    }

    private async Task ServeAsync(Stream client, CancellationToken cancellationToken)
    {
        // After a 407 the client may ask again on the same connection.
        while (await TcpServer.ReadHeadAsync(client, cancellationToken) is { Count: > 0 } head)
        {
            _heads.Enqueue(string.Join('\n', head));
            var request = head[0].Split(' ');
            if (Authorization is not null && !head.Contains($"Proxy-Authorization: {Authorization}"))
            {
                await WriteAsync(client, "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n", cancellationToken);
                continue;
            }

            var host = request[0] == "CONNECT" ? request[1] : new Uri(request[1]).Authority;
            if (Interlocked.Decrement(ref _failures) >= 0 || !_routes.TryGetValue(host, out var route))
            {
                await WriteAsync(client, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", cancellationToken);
                return;
            }

            await using var server = await TcpServer.ConnectAsync(route.Server, cancellationToken);
            await (request[0] == "CONNECT"
                ? TunnelAsync(client, server, route.Certificate, cancellationToken)
                : ForwardAsync(client, server, head, cancellationToken));
            return;
        }
    }

    private static async Task TunnelAsync(Stream client, Stream server, X509Certificate2? certificate, CancellationToken cancellationToken)
    {
        await WriteAsync(client, "HTTP/1.1 200 Connection established\r\n\r\n", cancellationToken);
        if (certificate is null)
        {
            await TcpServer.PipeAsync(client, server, cancellationToken);
            return;
        }

        await using var secure = new SslStream(client, leaveInnerStreamOpen: true);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, cancellationToken);
        await TcpServer.PipeAsync(secure, server, cancellationToken);
    }

    // One request a connection: the next one may be for another host.
    private static async Task ForwardAsync(Stream client, Stream server, IReadOnlyList<string> head, CancellationToken cancellationToken)
    {
        var request = head[0].Split(' ');
        var lines = head.Skip(1).Where(line => !line.StartsWith("Proxy-", StringComparison.Ordinal) && !line.StartsWith("Connection:", StringComparison.Ordinal));
        var text = $"{request[0]} {new Uri(request[1]).PathAndQuery} {request[2]}\r\nConnection: close\r\n{string.Join("\r\n", lines)}\r\n\r\n";
        await WriteAsync(server, text, cancellationToken);
        await TcpServer.PipeAsync(client, server, cancellationToken);
    }

    private static async Task WriteAsync(Stream stream, string text, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken);
}
