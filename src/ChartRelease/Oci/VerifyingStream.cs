using System.Security.Cryptography;

namespace ChartRelease.Oci;

/// <summary>Reads content and fails at its end, or as soon as there is too much of it, unless it has the size and digest announced.</summary>
/// <param name="inner">The content; disposed with this stream.</param>
/// <param name="expected">What was announced.</param>
/// <param name="source">Where the content comes from, for the message.</param>
internal sealed class VerifyingStream(Stream inner, Descriptor expected, string source) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(
        expected.Digest.Algorithm == "sha512" ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256);

    private long _length;
    private bool _verified;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        Take(buffer[..count], atEnd: count == 0 && buffer.Length > 0);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Take(buffer.Span[..count], atEnd: count == 0 && buffer.Length > 0);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> bytes, bool atEnd)
    {
        _hash.AppendData(bytes);
        _length += bytes.Length;
        if (_length > expected.Size || (atEnd && _length < expected.Size))
        {
            throw Mismatch($"{(atEnd ? "" : "at least ")}{_length} bytes");
        }

        if (atEnd && !_verified)
        {
            var actual = Convert.ToHexStringLower(_hash.GetHashAndReset());
            _verified = actual == expected.Digest.Hex ? true : throw Mismatch($"the digest {expected.Digest.Algorithm}:{actual}");
        }
    }

    private ChartReleaseException Mismatch(string actual) => new(
        FailureReason.DigestMismatch,
        $"{source} has {actual}.",
        $"{expected.Size} bytes with the digest {expected.Digest}.",
        "Run the same command again. If the failure stays, the content is damaged where it is stored: delete it there, then publish again.");
}
