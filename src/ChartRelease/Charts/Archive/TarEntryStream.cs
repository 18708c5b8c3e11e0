namespace ChartRelease.Charts.Archive;

/// <summary>The content of one tar entry within the stream of the tar.</summary>
internal sealed class TarEntryStream(Stream tar, long size) : Stream
{
    private long _position;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => size;

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    /// <summary>Reads what was not read, and the padding. The stream is at its end afterwards.</summary>
    public void SkipToEnd()
    {
        CopyTo(Null);
        if (!_ended)
        {
            _ended = true;
            Span<byte> padding = stackalloc byte[(int)((TarHeader.BlockSize - (size % TarHeader.BlockSize)) % TarHeader.BlockSize)];
            if (tar.ReadAtLeast(padding, padding.Length, throwOnEndOfStream: false) < padding.Length)
            {
                throw Truncated();
            }
        }
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var wanted = (int)Math.Min(count, size - _position);
        if (wanted == 0)
        {
            return 0;
        }

        var read = tar.Read(buffer, offset, wanted);
        _position += read;
        return read > 0 ? read : throw Truncated();
    }

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static ChartReleaseException Truncated() => ArchiveRefusal.Because(ArchiveFault.Truncated, "The tar ends within a file.");
}
