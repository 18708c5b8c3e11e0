using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace ChartRelease.Oci.Registry;

/// <summary>A blob, or the rest of it, as a request body: read as it is sent, its length said beforehand.</summary>
internal sealed class BlobContent : HttpContent
{
    private const int BufferSize = 80 * 1024;
    private readonly Blob _blob;
    private readonly long _offset;
    private readonly StandstillWatch _watch;

    /// <summary>Makes a body.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="offset">Bytes of it that are left out; the rest says its place with Content-Range.</param>
    /// <param name="contentType">Media type of the body.</param>
    /// <param name="watch">Is told of every piece that went.</param>
    public BlobContent(Blob blob, long offset, string contentType, StandstillWatch watch)
    {
        (_blob, _offset, _watch) = (blob, offset, watch);
        Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (offset > 0)
        {
            // Not the typed header: that writes "bytes 0-99/100", and uploads want "0-99". Azure's registry takes nothing else.
            Headers.TryAddWithoutValidation(
                "Content-Range", string.Create(CultureInfo.InvariantCulture, $"{offset}-{blob.Descriptor.Size - 1}"));
        }
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
            await SkipAsync(source, buffer, cancellationToken).ConfigureAwait(false);
            for (var left = _blob.Descriptor.Size - _offset; ;)
            {
                var read = await ReadAsync(source, buffer, cancellationToken).ConfigureAwait(false);
                left -= read;
                if (left < 0 || (read == 0 && left > 0))
                {
                    throw Unreadable(new InvalidDataException($"it has not {_blob.Descriptor.Size} bytes any more."));
                }

                if (read == 0)
                {
                    return;
                }

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
        length = _blob.Descriptor.Size - _offset;
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

    private async ValueTask SkipAsync(Stream source, byte[] buffer, CancellationToken cancellationToken)
    {
        if (source.CanSeek)
        {
            source.Position = _offset;
            return;
        }

        for (var left = _offset; left > 0;)
        {
            var read = await ReadAsync(source, buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancellationToken).ConfigureAwait(false);
            left -= read > 0 ? read : throw Unreadable(new EndOfStreamException());
            _watch.Moved();
        }
    }

    private async ValueTask<int> ReadAsync(Stream source, Memory<byte> buffer, CancellationToken cancellationToken)
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
