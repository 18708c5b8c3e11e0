using System.Net;
using System.Net.Sockets;

namespace ChartRelease.Faults;

/// <summary>
/// A proxy on a free loopback port in front of a registry, which does by a script what servers do on a bad day. It works on sockets, because
/// an HTTP server does not let its user reset a connection at a chosen byte.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    // Small, so that a client that sends to a slow reader notices: the system would otherwise take in megabytes for it.
    private const int ReceiveBuffer = 16 * 1024;

    private readonly Lock _lock = new();
    private readonly FaultProxyOptions _options;
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = ReceiveBuffer };
    private readonly CancellationTokenSource _life = new();
    private readonly List<RecordedExchange> _exchanges = [];
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;

    private FaultProxy(FaultProxyOptions options)
    {
        _options = options;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _life.CancelAfter(options.Life);
        _accepting = AcceptAsync();
    }

    /// <summary>127.0.0.1 and the port.</summary>
    public string Host => $"{_listener.LocalEndPoint}";

    /// <summary>The requests in the order of their arrival.</summary>
    public IReadOnlyList<RecordedExchange> Exchanges
    {
        get
        {
            lock (_lock)
            {
                return [.. _exchanges];
            }
        }
    }

    /// <summary>Starts a proxy.</summary>
    public static FaultProxy Start(FaultProxyOptions options) => new(options);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _life.CancelAsync();
        await _accepting;
        _listener.Dispose();
        await Task.WhenAll(_connections);
        _life.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptAsync(_life.Token);
                _connections.Add(new ProxyConnection(client, _options, Record).RunAsync(_life.Token));
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private void Record(RecordedExchange exchange)
    {
        lock (_lock)
        {
            _exchanges.Add(exchange);
        }
    }
}
