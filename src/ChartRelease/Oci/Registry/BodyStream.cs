namespace ChartRelease.Oci.Registry;

/// <summary>The body of an answer, with standstills and broken connections told in words.</summary>
/// <param name="response">The answer; disposed with the stream.</param>
/// <param name="inner">Its body.</param>
/// <param name="size">Bytes announced.</param>
/// <param name="reference">What is read, as shown to users.</param>
/// <param name="timeout">Longest standstill.</param>
internal sealed class BodyStream(HttpResponseMessage response, Stream inner, long size, string reference, TimeSpan timeout) : ReadOnlyStream
{
    private long _read;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var count = inner.Read(buffer);
            _read += count;
            return count;
        }
        catch (IOException exception)
        {
            throw BrokeOff(exception);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var watch = new StandstillWatch(timeout, cancellationToken);
        try
        {
            var count = await inner.ReadAsync(buffer, watch.Token).ConfigureAwait(false);
            _read += count;
            return count;
        }
        catch (Exception exception) when (TransportFailure.Is(exception, cancellationToken))
        {
            throw BrokeOff(exception);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            response.Dispose();
        }

        base.Dispose(disposing);
    }

    private ChartReleaseException BrokeOff(Exception exception) => new(
        FailureReason.RegistryUnreachable,
        $"The connection broke while {reference} was read, after {_read} of {size} bytes.",
        "The whole of it.",
        "Run the same command again.",
        exception);
}
