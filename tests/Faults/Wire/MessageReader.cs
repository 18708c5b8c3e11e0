using System.Globalization;
using System.Text;

namespace ChartRelease.Faults.Wire;

/// <summary>Reads HTTP/1.1 messages from a stream; nothing it keeps can grow beyond its limits.</summary>
internal sealed class MessageReader(Stream stream)
{
    private const int HeadLimit = 64 * 1024;
    private const int BodyLimit = 64 * 1024 * 1024;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next head; <see langword="null"/> when the sender has closed the connection between two messages.</summary>
    public async Task<MessageHead?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        if (await ReadLineAsync(HeadLimit, cancellationToken) is not { Length: > 0 } startLine)
        {
            return null;
        }

        var headers = new List<HeaderField>();
        var left = HeadLimit;
        while (await ReadLineAsync(left, cancellationToken) is { Length: > 0 } line)
        {
            left -= line.Length;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(colon > 0 ? new(line[..colon], line[(colon + 1)..].Trim()) : throw new InvalidDataException($"Not a header: {line}"));
        }

        return new(startLine, headers);
    }

    /// <summary>The whole body.</summary>
    /// <param name="head">What came before it.</param>
    /// <param name="untilClose">Whether a body of unsaid length goes on to the end of the connection, as that of an answer does.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<byte[]> ReadBodyAsync(MessageHead head, bool untilClose, CancellationToken cancellationToken) =>
        head.IsChunked ? await ReadChunksAsync(cancellationToken)
        : head.ContentLength is { } length ? await ReadExactlyAsync(length, cancellationToken)
        : untilClose ? await ReadToEndAsync(cancellationToken)
        : [];

    /// <summary>At most so many bytes; none at the end.</summary>
    public async Task<byte[]> ReadSomeAsync(int count, CancellationToken cancellationToken)
    {
        if (!await FillAsync(cancellationToken))
        {
            return [];
        }

        var taken = Math.Min(count, _end - _start);
        var bytes = _buffer[_start..(_start + taken)];
        _start += taken;
        return bytes;
    }

    /// <summary>So many bytes.</summary>
    public async Task<byte[]> ReadExactlyAsync(long count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count <= BodyLimit ? (int)count : throw new InvalidDataException($"A body of {count} bytes is too large.")];
        for (var read = 0; read < bytes.Length;)
        {
            var part = await ReadSomeAsync(bytes.Length - read, cancellationToken);
            part.CopyTo(bytes, part.Length > 0 ? read : throw new EndOfStreamException("The body breaks off."));
            read += part.Length;
        }

        return bytes;
    }

    private async Task<byte[]> ReadChunksAsync(CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        while (true)
        {
            var line = await ReadLineAsync(HeadLimit, cancellationToken) ?? throw new EndOfStreamException("The chunks break off.");
            var size = int.Parse(line.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                while (await ReadLineAsync(HeadLimit, cancellationToken) is { Length: > 0 })
                {
                }

                return body.ToArray();
            }

            body.Write(await ReadExactlyAsync(body.Length + size <= BodyLimit ? size : long.MaxValue, cancellationToken));
            await ReadLineAsync(HeadLimit, cancellationToken);
        }
    }

    private async Task<byte[]> ReadToEndAsync(CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        while (await ReadSomeAsync(_buffer.Length, cancellationToken) is { Length: > 0 } part)
        {
            body.Write(body.Length + part.Length <= BodyLimit ? part : throw new InvalidDataException("The body is too large."));
        }

        return body.ToArray();
    }

    private async Task<string?> ReadLineAsync(int limit, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (await FillAsync(cancellationToken))
        {
            var next = (char)_buffer[_start++];
            if (next == '\n')
            {
                return line.Length > 0 && line[^1] == '\r' ? line.ToString(0, line.Length - 1) : line.ToString();
            }

            if (line.Append(next).Length > limit)
            {
                throw new InvalidDataException("The head is too large.");
            }
        }

        return line.Length == 0 ? null : throw new EndOfStreamException("The head breaks off.");
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start == _end)
        {
            _start = 0;
            _end = await stream.ReadAsync(_buffer, cancellationToken);
        }

        return _start < _end;
    }
}
