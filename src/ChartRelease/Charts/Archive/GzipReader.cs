using System.Buffers.Binary;
using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.Checksum;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace ChartRelease.Charts.Archive;

/// <summary>
/// Reads exactly one gzip member and nothing after it. The runtime's GZipStream joins members and ignores what follows the last, so that
/// two readers could see two different charts in the same bytes.
/// </summary>
internal sealed class GzipReader(Stream source, ArchiveLimits limits) : Stream
{
    private readonly GzipInput _input = new(source);
    private readonly Inflater _inflater = new(noHeader: true);
    private readonly Crc32 _crc = new();
    private long _length;
    private bool _started;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _length; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (!_started)
        {
            _started = true;
            GzipHeader.Read(_input);
        }

        while (!_ended && count > 0)
        {
            var read = Inflate(buffer, offset, count);
            if (read > 0)
            {
                Count(buffer, offset, read);
                return read;
            }

            if (_inflater.IsFinished)
            {
                _ended = true;
                CheckTrailer();
            }
            else if (_inflater.IsNeedingInput)
            {
                _inflater.SetInput(_input.NextBlock(out var start, out var length), start, length);
            }
            else
            {
                throw ArchiveRefusal.Because(ArchiveFault.Corrupt, "The deflate data asks for a dictionary.");
            }
        }

        return 0;
    }

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private int Inflate(byte[] buffer, int offset, int count)
    {
        // SharpZipLib lets some broken code tables run out of its arrays.
        try
        {
            return _inflater.Inflate(buffer, offset, count);
        }
        catch (Exception exception) when (exception is SharpZipBaseException or IndexOutOfRangeException or ArgumentException)
        {
            throw ArchiveRefusal.Because(ArchiveFault.Corrupt, $"The deflate data is not valid ({exception.Message}).");
        }
    }

    private void Count(byte[] buffer, int offset, int count)
    {
        _crc.Update(new ArraySegment<byte>(buffer, offset, count));
        _length += count;
        if (_length > limits.MaximumSize)
        {
            throw ArchiveRefusal.Because(ArchiveFault.TooLarge, $"It unpacks to more than {limits.MaximumSize} bytes.");
        }

        if (_length > limits.RatioFreeSize && _length / limits.MaximumRatio > _inflater.TotalIn)
        {
            throw ArchiveRefusal.Because(ArchiveFault.RatioExceeded, $"It unpacks to more than {limits.MaximumRatio} times its size.");
        }
    }

    private void CheckTrailer()
    {
        _input.Unread(_inflater.RemainingInput);
        Span<byte> trailer = stackalloc byte[8];
        foreach (ref var value in trailer)
        {
            value = _input.ReadByte();
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(trailer) != (uint)_crc.Value || BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]) != (uint)_length)
        {
            throw ArchiveRefusal.Because(ArchiveFault.Corrupt, "The content does not have the checksum or length that its end declares.");
        }

        if (!_input.IsAtEnd())
        {
            throw GzipHeader.StartsAt(_input)
                ? ArchiveRefusal.Because(ArchiveFault.ConcatenatedMember, "A second gzip member follows the first.")
                : ArchiveRefusal.Because(ArchiveFault.TrailingData, "Something follows the end of the compressed data.");
        }
    }
}
