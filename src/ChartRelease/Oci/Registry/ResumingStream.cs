namespace ChartRelease.Oci.Registry;

/// <summary>
/// A blob as it comes. When its connection breaks off or stands still, the rest is asked for, each piece in as many attempts as any other
/// request; what was handed out is not taken back, so the whole is for the reader to verify.
/// </summary>
/// <param name="body">The first answer's body.</param>
/// <param name="download">Asks for the rest.</param>
/// <param name="retry">Decides on repetitions.</param>
internal sealed class ResumingStream(BodyStream body, BlobDownload download, RetryPolicy retry) : ReadOnlyStream
{
    private BodyStream? _body = body;
    private long _position;

    /// <summary>Reads without going on after a break: waiting for a network has no place in a synchronous call.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RegistryUnreachable"/>: the connection broke.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            var count = _body?.Read(buffer) ?? throw new IOException("The connection broke before.");
            _position += count;
            return count;
        }
        catch (RequestFailedException exception)
        {
            throw new ChartReleaseException(exception.Failure, exception.InnerException);
        }
    }

    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RegistryUnreachable"/> and others: the rest cannot be had.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await retry.RunAsync(stop => ReadOnceAsync(buffer, stop), cancellationToken).ConfigureAwait(false);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _body?.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<int> ReadOnceAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        _body ??= await download.OpenAsync(_position, cancellationToken).ConfigureAwait(false);
        try
        {
            var count = await _body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            _position += count;
            return count;
        }
        catch (RequestFailedException)
        {
            await _body.DisposeAsync().ConfigureAwait(false);
            _body = null;
            throw;
        }
    }
}
