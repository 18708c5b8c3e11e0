using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace ChartRelease.Oci.Registry;

/// <summary>A blob as a request body: read as it is sent, its length said beforehand.</summary>
internal sealed class BlobContent : HttpContent
{
    private const int BufferSize = 80 * 1024;
    private readonly Blob _blob;
    private readonly StandstillWatch _watch;

    public BlobContent(Blob blob, string contentType, StandstillWatch watch)
    {
        _blob = blob;
        _watch = watch;
        Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var source = await OpenAsync(cancellationToken).ConfigureAwait(false);
            await using var disposal = source.ConfigureAwait(false);
            int read;
            while ((read = await ReadAsync(source, buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                _watch.Moved();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _blob.Descriptor.Size;
        return true;
    }

    private async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _blob.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(exception);
        }
    }

    private async ValueTask<int> ReadAsync(Stream source, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw Unreadable(exception);
        }
    }

    // Not an IOException: that would be taken for a broken connection, and tried again.
    private ChartReleaseException Unreadable(Exception exception) => new(
        FailureReason.DigestMismatch,
        $"The content with the digest {_blob.Descriptor.Digest} cannot be read while it is sent: {exception.Message}",
        "The file as it was packaged.",
        "Run Package again, and leave the artifacts folder alone meanwhile.",
        exception);
}
