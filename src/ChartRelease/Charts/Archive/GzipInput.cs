namespace ChartRelease.Charts.Archive;

/// <summary>Buffered bytes of an archive that can be given to the inflater and taken back.</summary>
internal sealed class GzipInput(Stream source)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>Reads one byte.</summary>
    public byte ReadByte() => Fill() ? _buffer[_start++] : throw Truncated();

    /// <summary>Everything that is buffered, or the next block; all of it counts as read.</summary>
    public byte[] NextBlock(out int start, out int length)
    {
        if (!Fill())
        {
            throw Truncated();
        }

        (start, length) = (_start, _end - _start);
        _start = _end;
        return _buffer;
    }

    /// <summary>Takes back the last bytes of the last block.</summary>
    public void Unread(int count) => _start -= count;

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd() => !Fill();

    private bool Fill()
    {
        if (_start == _end)
        {
            (_start, _end) = (0, source.Read(_buffer));
        }

        return _start < _end;
    }

    private static ChartReleaseException Truncated() => ArchiveRefusal.Because(ArchiveFault.Truncated, "The compressed data ends too early.");
}
