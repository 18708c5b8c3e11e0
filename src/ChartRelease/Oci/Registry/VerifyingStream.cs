using System.Security.Cryptography;

namespace ChartRelease.Oci.Registry;

/// <summary>
/// A blob on its way in. It hands out at most as many bytes as announced; the last of them only when size and digest are right, so that
/// also who reads exactly that many, and never asks for the end, has read what was announced.
/// </summary>
internal sealed class VerifyingStream : Stream
{
    private readonly HttpResponseMessage _response;
    private readonly Stream _inner;
    private readonly Descriptor _descriptor;
    private readonly string _reference;
    private readonly TimeSpan _timeout;
    private readonly IncrementalHash _hash;
    private long _read;
    private bool _complete;

    /// <param name="response">Disposed with the stream.</param>
    /// <param name="inner">The body of the response.</param>
    /// <param name="descriptor">What was announced.</param>
    /// <param name="reference">The blob as shown to users.</param>
    /// <param name="timeout">Longest standstill.</param>
    public VerifyingStream(HttpResponseMessage response, Stream inner, Descriptor descriptor, string reference, TimeSpan timeout)
    {
        _response = response;
        _inner = inner;
        _descriptor = descriptor;
        _reference = reference;
        _timeout = timeout;
        _hash = IncrementalHash.CreateHash(ContentCheck.Algorithm(descriptor.Digest));
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            if (_complete || (buffer.IsEmpty && _descriptor.Size > 0))
            {
                return 0;
            }

            var count = Accept(buffer, _inner.Read(buffer[..Within(buffer.Length)]));
            if (_read == _descriptor.Size)
            {
                Finish(_inner.Read(stackalloc byte[1]));
            }

            return count;
        }
        catch (IOException exception)
        {
            throw BrokeOff(exception);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_complete || (buffer.IsEmpty && _descriptor.Size > 0))
        {
            return 0;
        }

        using var watch = new StandstillWatch(_timeout, cancellationToken);
        try
        {
            var count = await _inner.ReadAsync(buffer[..Within(buffer.Length)], watch.Token).ConfigureAwait(false);
            Accept(buffer.Span, count);
            if (_read == _descriptor.Size)
            {
                watch.Moved();
                Finish(await _inner.ReadAsync(new byte[1], watch.Token).ConfigureAwait(false));
            }

            return count;
        }
        catch (Exception exception) when (TransportFailure.Is(exception, cancellationToken))
        {
            throw BrokeOff(exception);
        }
    }

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
            _hash.Dispose();
            _inner.Dispose();
            _response.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Within(int length) => (int)Math.Min(length, _descriptor.Size - _read);

    private int Accept(ReadOnlySpan<byte> buffer, int count)
    {
        if (count == 0 && _read < _descriptor.Size)
        {
            throw Mismatch($"it ends after {_read} bytes");
        }

        _hash.AppendData(buffer[..count]);
        _read += count;
        return count;
    }

    private void Finish(int surplus)
    {
        if (surplus > 0)
        {
            throw Mismatch("it goes on after that");
        }

        var hash = _hash.GetHashAndReset();
        if (!ContentCheck.Matches(_descriptor.Digest, hash))
        {
            throw Mismatch($"its digest is {_descriptor.Digest.Algorithm}:{Convert.ToHexStringLower(hash)}");
        }

        _complete = true;
    }

    private ChartReleaseException Mismatch(string found) =>
        ContentCheck.Mismatch(_reference, found, $"{_descriptor.Size} bytes with the digest {_descriptor.Digest}.");

    private ChartReleaseException BrokeOff(Exception exception) => new(
        FailureReason.RegistryUnreachable,
        $"The connection broke while {_reference} was read, after {_read} of {_descriptor.Size} bytes.",
        "The whole of it.",
        "Run the same command again.",
        exception);
}
