using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChartRelease.Testing.Registry;

/// <summary>A server below HTTP on a free loopback port, for what no HTTP server does: it hands every connection to one function.</summary>
public sealed class TcpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Func<Stream, CancellationToken, Task> _serve;
    private readonly Task _accepting;

    private TcpServer(Func<Stream, CancellationToken, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        Host = _listener.LocalEndpoint.ToString()!;
        _accepting = AcceptAsync();
    }

    /// <summary>127.0.0.1 and the port.</summary>
    public string Host { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="serve">Serves a connection, which is closed when it returns.</param>
    public static TcpServer Start(Func<Stream, CancellationToken, Task> serve) => new(serve);

    /// <summary>Connects to HOST:PORT on this machine.</summary>
    public static async Task<Stream> ConnectAsync(string host, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPEndPoint.Parse(host), cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Reads the lines of a request's head, without the empty one at its end; none when the connection ended.</summary>
    public static async Task<IReadOnlyList<string>> ReadHeadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, cancellationToken) == 0)
            {
                return [];
            }

            head.Append((char)one[0]);
        }

        return head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Carries bytes in both directions until one side ends.</summary>
    public static async Task PipeAsync(Stream one, Stream other, CancellationToken cancellationToken) =>
        await await Task.WhenAny(one.CopyToAsync(other, cancellationToken), other.CopyToAsync(one, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await _serve(stream, _stop.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
        {
            // The other side left.
        }
    }
}
