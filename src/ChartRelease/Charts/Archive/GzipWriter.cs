using System.Buffers.Binary;
using ChartRelease.Charts.Archive.Deflate;
using ICSharpCode.SharpZipLib.Checksum;

namespace ChartRelease.Charts.Archive;

/// <summary>Writes one gzip member (<see href="https://www.rfc-editor.org/rfc/rfc1952"/>) without name and time.</summary>
internal sealed class GzipWriter(Stream destination) : Stream
{
    // Magic, deflate, no flags, no time, no extra flags, operating system unknown.
    private static readonly byte[] _header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];

    private readonly DeflateEncoder _deflate = DeflateEncoders.Take();
    private readonly Crc32 _crc = new();
    private long _length;
    private bool _disposed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _length; set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count)
    {
        ObjectDisposedException.ThrowIf(_disposed, this); // the encoder may be another writer's by now
        if (count > 0)
        {
            WriteHeaderFirst();
            _crc.Update(new ArraySegment<byte>(buffer, offset, count));
            _deflate.Write(buffer.AsSpan(offset, count), destination);
            _length += count;
        }
    }

    /// <summary>Writes what is left and the trailer. Without it the member is incomplete, on purpose: a failed write must not look whole.</summary>
    public void Finish()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        WriteHeaderFirst();
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

    private void WriteHeaderFirst()
    {
        if (_length == 0)
        {
            destination.Write(_header);
        }
    }
}
