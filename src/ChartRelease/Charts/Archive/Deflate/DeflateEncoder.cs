namespace ChartRelease.Charts.Archive.Deflate;

/// <summary>
/// Compresses to raw deflate (<see href="https://www.rfc-editor.org/rfc/rfc1951"/>). The output is a function of the input bytes alone: whole
/// numbers only, nothing of the processor, the runtime or a library decides, and how the input is cut does not matter. Each change of what
/// comes out is a change of every chart's digest.
/// </summary>
internal sealed class DeflateEncoder
{
    // The window: what matches may refer to, and what is parsed at a time.
    private const int SegmentSize = 4 * DeflateCodes.MaximumDistance;
    private const int WindowSize = DeflateCodes.MaximumDistance + SegmentSize;
    private const int MostOverhead = 64;

    private readonly byte[] _window = new byte[WindowSize];
    private readonly byte[] _output = new byte[WindowSize + MostOverhead];
    private readonly TokenBlock _block = new();
    private readonly BlockEncoder _encoder = new();
    private readonly MatchParser _parser;
    private int _end;
    private int _blockStart;
    private PendingBits _pending;

    public DeflateEncoder() => _parser = new MatchParser(_window, _block);

    /// <summary>Compresses bytes, and hands over what is complete.</summary>
    public void Write(ReadOnlySpan<byte> bytes, Stream destination)
    {
        while (bytes.Length > 0)
        {
            if (_end == WindowSize)
            {
                Encode(destination, isLast: false);
                Slide();
            }

            var count = Math.Min(bytes.Length, WindowSize - _end);
            bytes[..count].CopyTo(_window.AsSpan(_end));
            _end += count;
            bytes = bytes[count..];
        }
    }

    /// <summary>Ends the stream.</summary>
    public void Finish(Stream destination)
    {
        Encode(destination, isLast: true);
        if (_pending.Count > 0)
        {
            destination.WriteByte(_pending.Bits);
        }
    }

    /// <summary>Starts a new stream.</summary>
    public void Clear()
    {
        (_end, _blockStart, _pending) = (0, 0, default);
        _block.Clear();
        _parser.Clear();
    }

    private void Encode(Stream destination, bool isLast)
    {
        while (!_parser.Parse(_end, isLast))
        {
            WriteBlock(destination, isLast: false);
        }

        WriteBlock(destination, isLast);
    }

    private void WriteBlock(Stream destination, bool isLast)
    {
        var writer = new BitWriter(_output, _pending);
        _encoder.Write(ref writer, _block, _window.AsSpan(_blockStart.._parser.Position), isLast);
        destination.Write(_output, 0, writer.Length);
        _pending = writer.Pending;
        _blockStart = _parser.Position;
        _block.Clear();
    }

    private void Slide()
    {
        _window.AsSpan(SegmentSize).CopyTo(_window);
        _end -= SegmentSize;
        _blockStart -= SegmentSize;
        _parser.Slide(SegmentSize);
    }
}
