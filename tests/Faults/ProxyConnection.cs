using System.Net.Sockets;
using ChartRelease.Faults.Kinds;
using ChartRelease.Faults.Wire;

namespace ChartRelease.Faults;

/// <summary>One client's connection: a request after the other until either side has enough.</summary>
internal sealed class ProxyConnection(Socket socket, FaultProxyOptions options, Action<RecordedExchange> record)
{
    /// <summary>Runs to the end of the connection; what goes wrong on it ends it, and nothing else.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Away from the loop that accepts the next one.
        await Task.Yield();
        socket.NoDelay = true;
        using var client = new ClientSide(socket);
        try
        {
            while (client.IsOpen && await client.Reader.ReadHeadAsync(cancellationToken) is { } head)
            {
                await ServeAsync(client, head, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(ClientSide client, MessageHead head, CancellationToken cancellationToken)
    {
        var parts = head.StartLine.Split(' ');
        var recorded = new RecordedExchange(parts[0], parts[1], head["Authorization"] is not null);
        record(recorded);
        var fault = options.Script.Take(recorded);
        recorded.IsFaulty = fault is not null;
        await (fault ?? Forwarding.Honest)(new Exchange(client, head, recorded, options), cancellationToken);
        if (head.Closes)
        {
            client.Close();
        }
    }
}
