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
            var source = _blob.Open();
            await using var disposal = source.ConfigureAwait(false);
            int read;
            while ((read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
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
}
