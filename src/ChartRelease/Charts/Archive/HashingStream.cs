using System.Security.Cryptography;

namespace ChartRelease.Charts.Archive;

/// <summary>Passes bytes on and keeps their SHA-256 and count.</summary>
internal sealed class HashingStream(Stream destination) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get => _length; set => throw new NotSupportedException(); }

    /// <summary>What went through so far.</summary>
    public WrittenArchive Result() => new(_length, Convert.ToHexStringLower(_hash.GetCurrentHash()));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        destination.Write(buffer);
        _hash.AppendData(buffer);
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => destination.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }
}
