namespace ChartRelease.Testing.Registry;

/// <summary>A wire to a registry that is cut once, when so many bytes went over it in one connection.</summary>
public sealed class CutWire : IAsyncDisposable
{
    private readonly TcpServer _server;
    private int _cuts;

    /// <summary>Lays a wire.</summary>
    /// <param name="registry">127.0.0.1 and the port of the registry.</param>
    /// <param name="cutAfter">Bytes from the client after which the wire is cut.</param>
    public CutWire(string registry, int cutAfter) => _server = TcpServer.Start(async (client, cancellationToken) =>
    {
        await using var upstream = await TcpServer.ConnectAsync(registry, cancellationToken);
        var back = upstream.CopyToAsync(client, cancellationToken);
        await CarryAsync(client, upstream, cutAfter, cancellationToken);
        await upstream.DisposeAsync();
        await back.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    });

    /// <summary>127.0.0.1 and the port.</summary>
    public string Host => _server.Host;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task CarryAsync(Stream client, Stream upstream, int cutAfter, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        int read;
        for (var carried = 0; (read = await client.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            await upstream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            carried += read;
            if (carried >= cutAfter && Interlocked.CompareExchange(ref _cuts, 1, 0) == 0)
            {
                return;
            }
        }
    }
}
