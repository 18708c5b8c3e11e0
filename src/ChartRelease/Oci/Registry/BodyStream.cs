using System.Globalization;

namespace ChartRelease.Oci.Registry;

/// <summary>The body of one answer, with standstills and broken connections told in words.</summary>
/// <param name="response">The answer; disposed with the stream.</param>
/// <param name="inner">Its body.</param>
/// <param name="offset">Bytes of the blob that came before it.</param>
/// <param name="size">Size of the blob.</param>
/// <param name="timeout">Longest standstill.</param>
internal sealed class BodyStream(HttpResponseMessage response, Stream inner, long offset, long size, TimeSpan timeout) : ReadOnlyStream
{
    private long _position = offset;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var count = inner.Read(buffer);
            _position += count;
            return count;
        }
        catch (IOException exception)
        {
            throw BrokeOff(exception);
        }
    }

    /// <exception cref="RequestFailedException">The connection broke, or nothing came for too long.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var watch = new StandstillWatch(timeout, cancellationToken);
        try
        {
            var count = await inner.ReadAsync(buffer, watch.Token).ConfigureAwait(false);
            _position += count;
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

    private RequestFailedException BrokeOff(Exception exception)
    {
        var address = SafeAddress.HostAndPath(response.RequestMessage!.RequestUri!);
        var place = string.Create(CultureInfo.InvariantCulture, $"after {_position} of {size} bytes");
        return new(
            new(
                FailureReason.RegistryUnreachable,
                $"The connection broke while {address} was read, {place}.",
                "The whole of it.",
                "Run the same command again."),
            $"{address}: broke off {place}",
            exception)
        {
            IsTemporary = true,
        };
    }
}
