using System.Buffers.Binary;
using ChartRelease.Charts.Archive.Deflate;
using ICSharpCode.SharpZipLib.Checksum;

namespace ChartRelease.Charts.Archive;

/// <summary>Writes one gzip member (<see href="https://www.rfc-editor.org/rfc/rfc1952"/>) without name and time.</summary>
internal sealed class GzipWriter(Stream destination) : Stream
{
    private const int BlockSize = 32 * 1024;

    // Magic, deflate, no flags, no time, no extra flags, operating system unknown.
    private static readonly byte[] _header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];

    private readonly DeflateEncoder _deflate = DeflateEncoders.Take();
    private readonly Crc32 _crc = new();
    private readonly byte[] _block = new byte[BlockSize];
    private int _filled;
    private long _length;
    private bool _started;
    private bool _disposed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _length; set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_disposed, this); // the encoder may be another writer's by now
        while (buffer.Length > 0)
        {
            var count = Math.Min(buffer.Length, BlockSize - _filled);
            buffer[..count].CopyTo(_block.AsSpan(_filled));
            _filled += count;
            buffer = buffer[count..];
            if (_filled == BlockSize)
            {
                CompressBlock();
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Writes what is left and the trailer. Without it the member is incomplete, on purpose: a failed write must not look whole.</summary>
    public void Finish()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        CompressBlock();
        _deflate.Finish(destination);
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, (uint)_crc.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)_length);
        destination.Write(trailer);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            DeflateEncoders.Return(_deflate);
        }

        base.Dispose(disposing);
    }

    private void CompressBlock()
    {
        if (!_started)
        {
            destination.Write(_header);
            _started = true;
        }

        _crc.Update(new ArraySegment<byte>(_block, 0, _filled));
        _deflate.Write(_block.AsSpan(0, _filled), destination);
        _length += _filled;
        _filled = 0;
    }
}
