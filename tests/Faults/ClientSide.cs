using System.Net.Sockets;
using ChartRelease.Faults.Wire;

namespace ChartRelease.Faults;

/// <summary>The connection to a client, with the ways to end it.</summary>
internal sealed class ClientSide(Socket socket) : IDisposable
{
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);
    private MessageReader? _reader;

    /// <summary>Reads what the client sends.</summary>
    public MessageReader Reader => _reader ??= new(_stream);

    /// <summary>Whether nobody has ended it yet.</summary>
    public bool IsOpen { get; private set; } = true;

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => await _stream.WriteAsync(bytes, cancellationToken);

    /// <summary>Ends it without a word of farewell: the client gets RST, and finds that its connection was reset.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        Dispose();
    }

    /// <summary>Ends it in order: the client reads what was sent, then the end.</summary>
    public void Close()
    {
        if (IsOpen)
        {
            socket.Shutdown(SocketShutdown.Both);
        }

        Dispose();
    }

    public void Dispose()
    {
        IsOpen = false;
        _stream.Dispose();
    }
}
