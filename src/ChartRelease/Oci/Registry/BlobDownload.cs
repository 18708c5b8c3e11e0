using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace ChartRelease.Oci.Registry;

/// <summary>Asks for a blob, from its start or from where an earlier answer broke off.</summary>
/// <param name="client">Sends.</param>
/// <param name="address">The blob.</param>
/// <param name="size">Its size.</param>
/// <param name="access">What the request does.</param>
/// <param name="timeout">Longest standstill.</param>
internal sealed class BlobDownload(RegistryClient client, Uri address, long size, Access access, TimeSpan timeout)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Asks for the blob from a place on (<see href="https://www.rfc-editor.org/rfc/rfc9110#section-14.2"/>).</summary>
    /// <param name="offset">The first byte that is wanted.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The bytes from there on.</returns>
    /// <exception cref="RequestFailedException">There is no answer, or not the one that was asked for.</exception>
    public async Task<BodyStream> OpenAsync(long offset, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Get, address) { Offset = offset };
        var response = await client.SendAsync(request, access, cancellationToken).ConfigureAwait(false);
        try
        {
            return response.StatusCode switch
            {
                HttpStatusCode.OK => await FromStartAsync(response, offset, cancellationToken).ConfigureAwait(false),
                HttpStatusCode.PartialContent when offset > 0 && BeginsAt(response, offset) =>
                    await OpenAsync(response, offset, cancellationToken).ConfigureAwait(false),
                _ => throw await client.FailAsync(response, cancellationToken).ConfigureAwait(false),
            };
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // A server may answer with the whole to those who ask for a part.
    [SuppressMessage("Reliability", "CA2000", Justification = "The caller owns the stream.")]
    private async Task<BodyStream> FromStartAsync(HttpResponseMessage response, long offset, CancellationToken cancellationToken)
    {
        var body = await OpenAsync(response, 0, cancellationToken).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            for (var left = offset; left > 0;)
            {
                var read = await body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancellationToken).ConfigureAwait(false);
                left -= read > 0 ? read : throw await client.FailAsync(response, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return body;
    }

    private async Task<BodyStream> OpenAsync(HttpResponseMessage response, long offset, CancellationToken cancellationToken) =>
        new(response, await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), offset, size, timeout);

    private bool BeginsAt(HttpResponseMessage response, long offset) =>
        response.Content.Headers.ContentRange is { Unit: "bytes", From: { } from } range && from == offset && (range.Length ?? size) == size;
}
