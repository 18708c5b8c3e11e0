namespace ChartRelease.Git;

/// <summary>One blob within the output of <c>git cat-file --batch</c>.</summary>
/// <param name="source">The output, at the blob's first byte.</param>
/// <param name="size">Size in bytes.</param>
/// <param name="release">Called once with whether the blob was read to its end.</param>
internal sealed class GitBlobStream(Stream source, long size, Action<bool> release) : Stream
{
    private long _read;
    private bool _disposed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => size;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Count(source.Read(buffer[..Limit(buffer.Length)]), buffer.Length);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await source.ReadAsync(buffer[..Limit(buffer.Length)], cancellationToken).ConfigureAwait(false), buffer.Length);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (!_disposed && disposing)
        {
            _disposed = true;
            release(Drain());
        }

        base.Dispose(disposing);
    }

    private int Limit(int wanted) => (int)Math.Min(wanted, size - _read);

    private int Count(int read, int wanted)
    {
        if (read == 0 && wanted > 0 && _read < size)
        {
            throw new EndOfStreamException("git ended within an object.");
        }

        _read += read;
        return read;
    }

    /// <summary>Reads what the caller left, so that the next blob begins where it should.</summary>
    private bool Drain()
    {
        try
        {
            Span<byte> buffer = stackalloc byte[4096];
            while (_read < size)
            {
                _ = Read(buffer);
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
