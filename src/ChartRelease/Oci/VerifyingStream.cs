using System.Security.Cryptography;

namespace ChartRelease.Oci;

/// <summary>
/// Content that was announced with a size and a digest. It hands out at most as many bytes as announced; the last of them only when size
/// and digest are right, so that also who reads exactly that many, and never asks for the end, has read what was announced.
/// </summary>
/// <param name="inner">The content; disposed with this stream.</param>
/// <param name="expected">What was announced.</param>
/// <param name="source">Where the content comes from, for the message.</param>
internal sealed class VerifyingStream(Stream inner, Descriptor expected, string source) : ReadOnlyStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(ContentCheck.Algorithm(expected.Digest));
    private long _read;
    private bool _complete;

    public override int Read(Span<byte> buffer)
    {
        if (IsDone(buffer.Length))
        {
            return 0;
        }

        var count = inner.Read(buffer[..Within(buffer.Length)]);
        Accept(buffer[..count]);
        if (_read == expected.Size)
        {
            Finish(inner.Read(stackalloc byte[1]));
        }

        return count;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsDone(buffer.Length))
        {
            return 0;
        }

        var count = await inner.ReadAsync(buffer[..Within(buffer.Length)], cancellationToken).ConfigureAwait(false);
        Accept(buffer.Span[..count]);
        if (_read == expected.Size)
        {
            Finish(await inner.ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false));
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool IsDone(int wanted) => _complete || (wanted == 0 && expected.Size > 0);

    private int Within(int length) => (int)Math.Min(length, expected.Size - _read);

    private void Accept(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty && _read < expected.Size)
        {
            throw Mismatch($"it ends after {_read} bytes");
        }

        _hash.AppendData(bytes);
        _read += bytes.Length;
    }

    private void Finish(int surplus)
    {
        if (surplus > 0)
        {
            throw Mismatch("it goes on after that");
        }

        var hash = _hash.GetHashAndReset();
        _complete = ContentCheck.Matches(expected.Digest, hash)
            ? true
            : throw Mismatch($"its digest is {expected.Digest.Algorithm}:{Convert.ToHexStringLower(hash)}");
    }

    private ChartReleaseException Mismatch(string found) =>
        ContentCheck.Mismatch(source, found, $"{expected.Size} bytes with the digest {expected.Digest}.");
}
