using System.Net;

namespace ChartRelease.Oci.Registry;

/// <summary>
/// Sends blobs to one repository
/// (<see href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-a-blob-monolithically"/>).
/// </summary>
/// <param name="client">Sends.</param>
/// <param name="repository">Addresses of the repository.</param>
internal sealed class BlobUpload(RegistryClient client, RepositoryAddresses repository)
{
    private static readonly TimeSpan _patienceForTidying = TimeSpan.FromSeconds(5);
    private readonly Access _access = new(repository.Name, Push: true);

    /// <summary>
    /// Sends a blob unless the repository has it, in two requests or one: the upload is begun as a mount of the blob from the repository
    /// itself, which is an upload like any other when the blob is not there, and the answer 201 when it is.
    /// Each run is whole: it can be repeated after any failure.
    /// </summary>
    /// <returns>Whether bytes were sent.</returns>
    public async Task<bool> RunAsync(Blob blob, CancellationToken cancellationToken)
    {
        var session = await BeginAsync(repository.Mount(blob.Descriptor.Digest), cancellationToken).ConfigureAwait(false);
        if (session is null)
        {
            return false;
        }

        try
        {
            await SendAsync(session, blob, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is RequestFailedException or ChartReleaseException)
        {
            await AbandonAsync(session, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Begins an upload and gives it up again: the registry checks the permission to push before it answers.</summary>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        var session = await BeginAsync(repository.Uploads, cancellationToken).ConfigureAwait(false);
        if (session is not null)
        {
            await AbandonAsync(session, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Uri?> BeginAsync(Uri address, CancellationToken cancellationToken)
    {
        using var response = await client.SendAsync(new(HttpMethod.Post, address), _access, cancellationToken).ConfigureAwait(false);
        return response.StatusCode switch
        {
            HttpStatusCode.Accepted => Redirect.Resolve(response.RequestMessage!.RequestUri!, Redirect.Location(response))
                ?? throw await client.FailAsync(response, cancellationToken).ConfigureAwait(false),
            HttpStatusCode.Created when address != repository.Uploads => null,
            // A registry that does not know mounts should begin an upload; not all do.
            HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented
                when address != repository.Uploads => await BeginAsync(repository.Uploads, cancellationToken).ConfigureAwait(false),
            _ => throw await client.FailAsync(response, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task SendAsync(Uri session, Blob blob, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Put, RepositoryAddresses.WithDigest(session, blob.Descriptor.Digest))
        {
            Content = watch => new BlobContent(blob, "application/octet-stream", watch),
        };
        using var response = await client.SendAsync(request, _access, cancellationToken).ConfigureAwait(false);

        // 202 is "not yet", and other successes are not in the specification: only 201 says that the blob is there.
        if (response.StatusCode != HttpStatusCode.Created)
        {
            throw await client.FailAsync(response, cancellationToken).ConfigureAwait(false);
        }

        ReturnedDigest.Check(response, blob.Descriptor.Digest);
    }

    // Best effort: what is left behind is a few bytes that registries clear by themselves, and not all know this request.
    private async Task AbandonAsync(Uri session, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_patienceForTidying);
        try
        {
            using var response = await client.SendAsync(new(HttpMethod.Delete, session), _access, patience.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RequestFailedException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
        }
    }
}
