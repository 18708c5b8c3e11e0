namespace ChartRelease.Oci.Registry;

/// <summary>
/// One blob on its way to a repository, over as many attempts as it takes. An attempt that broke leaves its upload open; the next one asks
/// how far it came and sends the rest, or, when the registry does not go on with it, takes it back and begins anew. If the answer got lost
/// after the registry had stored the blob, the new beginning finds it there.
/// </summary>
/// <param name="requests">Sends.</param>
/// <param name="blob">What is sent.</param>
/// <param name="untouched">An upload that was begun before and has nothing yet; <see langword="null"/> for none.</param>
internal sealed class BlobUpload(UploadRequests requests, Blob blob, Uri? untouched) : IAsyncDisposable
{
    private Uri? _open = untouched;
    private bool _isUntouched = untouched is not null;

    /// <summary>Sends the blob unless the repository has it. After a temporary failure it may be called again.</summary>
    /// <returns>Whether bytes were sent.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (_open is { } open && await TryContinueAsync(open, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        var upload = await requests.BeginAsync(blob, cancellationToken).ConfigureAwait(false);
        if (upload is null)
        {
            return false;
        }

        await SendAsync(new(upload, 0), cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Takes back what was begun and did not end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_open is { } open)
        {
            _open = null;
            await requests.DeleteAsync(open).ConfigureAwait(false);
        }
    }

    private async Task<bool> TryContinueAsync(Uri open, CancellationToken cancellationToken)
    {
        var place = _isUntouched ? new(open, 0) : await requests.FindAsync(open, cancellationToken).ConfigureAwait(false);
        _isUntouched = false;
        if (place is not null && place.Received <= blob.Descriptor.Size)
        {
            try
            {
                await SendAsync(place, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (RequestFailedException exception) when (exception.IsLostUpload)
            {
                _open = null;
            }
            catch (RequestFailedException exception) when (!exception.IsTemporary)
            {
                // What speaks against the upload need not speak against the blob; if it does, the new one will tell.
            }
        }

        await DisposeAsync().ConfigureAwait(false);
        return false;
    }

    private async Task SendAsync(UploadPlace place, CancellationToken cancellationToken)
    {
        _open = place.Address;
        if (place.Received == 0)
        {
            await requests.PutAsync(place.Address, blob, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            if (place.Received < blob.Descriptor.Size)
            {
                _open = await requests.PatchAsync(place, blob, cancellationToken).ConfigureAwait(false);
            }

            await requests.EndAsync(_open, blob.Descriptor.Digest, cancellationToken).ConfigureAwait(false);
        }

        _open = null;
    }
}
