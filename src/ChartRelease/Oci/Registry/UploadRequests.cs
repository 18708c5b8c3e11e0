using System.Net;

namespace ChartRelease.Oci.Registry;

/// <summary>
/// The requests that uploads to one repository consist of
/// (<see href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-blobs"/>).
/// </summary>
/// <param name="client">Sends.</param>
/// <param name="repository">Addresses of the repository.</param>
internal sealed class UploadRequests(RegistryClient client, RepositoryAddresses repository)
{
    private const string AnyBytes = "application/octet-stream";
    private static readonly TimeSpan _patienceForTidying = TimeSpan.FromSeconds(5);
    private readonly Access _access = new(repository.Name, Push: true);

    /// <summary>Begins an upload of anything.</summary>
    /// <returns>Where it goes on.</returns>
    public async Task<Uri> BeginAsync(CancellationToken cancellationToken)
    {
        using var response = await client.SendAsync(RegistryRequest.Post(repository.Uploads), _access, cancellationToken).ConfigureAwait(false);
        return response.StatusCode == HttpStatusCode.Accepted
            ? await NextAsync(response, cancellationToken).ConfigureAwait(false)
            : throw await client.FailAsync(response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Begins the upload of a blob as a mount, first from the repository that is known to hold it, then from the repository itself: an upload
    /// like any other when the blob is not there, and over at once when it is.
    /// </summary>
    /// <returns>Where the upload goes on; <see langword="null"/> when the repository has the blob now.</returns>
    public async Task<Uri?> BeginAsync(Blob blob, CancellationToken cancellationToken)
    {
        var digest = blob.Descriptor.Digest;
        if (repository.Sibling(blob.HeldBy) is { } holder
            && await MountFromOtherAsync(digest, holder, cancellationToken).ConfigureAwait(false) is { } mount)
        {
            return mount.Upload;
        }

        var own = await MountAsync(digest, repository.Name, _access, IsUnknownRequest, cancellationToken).ConfigureAwait(false);
        return own is null ? await BeginAsync(cancellationToken).ConfigureAwait(false) : own.Upload;
    }

    /// <summary>Asks how far an upload has come.</summary>
    /// <returns><see langword="null"/> when the registry does not know the upload, or this request.</returns>
    /// <exception cref="RequestFailedException">There was no answer, or the registry asks to wait.</exception>
    public async Task<UploadPlace?> FindAsync(Uri upload, CancellationToken cancellationToken)
    {
        using var response = await client.SendAsync(new(HttpMethod.Get, upload), _access, cancellationToken).ConfigureAwait(false);
        return response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
            ? throw await client.FailAsync(response, cancellationToken).ConfigureAwait(false)
            : response.IsSuccessStatusCode && UploadPlace.ReadReceived(response) is { } received
                ? new(Redirect.Resolve(upload, Redirect.Location(response)) ?? upload, received)
                : null;
    }

    /// <summary>Sends the rest of a blob, without ending the upload.</summary>
    /// <returns>Where it goes on.</returns>
    public async Task<Uri> PatchAsync(UploadPlace place, Blob blob, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Patch, place.Address)
        {
            Content = watch => new BlobContent(blob, place.Received, AnyBytes, watch),
        };
        using var response = await client.SendAsync(request, _access, cancellationToken).ConfigureAwait(false);
        return response.StatusCode == HttpStatusCode.Accepted
            ? await NextAsync(response, cancellationToken).ConfigureAwait(false)
            : throw await client.FailAsync(response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a whole blob and ends the upload.</summary>
    public Task PutAsync(Uri upload, Blob blob, CancellationToken cancellationToken) =>
        EndAsync(upload, blob.Descriptor.Digest, watch => new BlobContent(blob, 0, AnyBytes, watch), cancellationToken);

    /// <summary>Ends an upload of which the registry has every byte.</summary>
    public Task EndAsync(Uri upload, Digest digest, CancellationToken cancellationToken) =>
        EndAsync(upload, digest, static _ => new ByteArrayContent([]), cancellationToken);

    /// <summary>
    /// Takes an upload back. Best effort, also while the run is being stopped: what is left behind is a few bytes that registries clear by
    /// themselves, and not all know this request, or grant it to those who may push.
    /// </summary>
    public async Task DeleteAsync(Uri upload)
    {
        using var patience = new CancellationTokenSource(_patienceForTidying);
        try
        {
            using var response = await client.SendAsync(new(HttpMethod.Delete, upload), _access, patience.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RequestFailedException or ChartReleaseException or OperationCanceledException)
        {
        }
    }

    private async Task EndAsync(Uri upload, Digest digest, Func<StandstillWatch, HttpContent> content, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Put, RepositoryAddresses.WithDigest(upload, digest)) { Content = content };
        using var response = await client.SendAsync(request, _access, cancellationToken).ConfigureAwait(false);

        // 202 is "not yet", and other successes are not in the specification: only 201 says that the blob is there.
        if (response.StatusCode != HttpStatusCode.Created)
        {
            throw await client.FailAsync(response, cancellationToken).ConfigureAwait(false);
        }

        ReturnedDigest.Check(response, digest);
    }

    // A mount saves bytes and nothing else: whatever speaks against reading there, the blob can still be sent.
    private async Task<Mount?> MountFromOtherAsync(Digest digest, string holder, CancellationToken cancellationToken)
    {
        try
        {
            return await MountAsync(digest, holder, _access with { MountedFrom = holder }, IsRefusedMount, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (exception.Failure.Reason is FailureReason.Unauthorized or FailureReason.Forbidden)
        {
            return null;
        }
    }

    private async Task<Mount?> MountAsync(
        Digest digest, string from, Access access, Func<HttpStatusCode, bool> isRefused, CancellationToken cancellationToken)
    {
        using var response = await client.SendAsync(RegistryRequest.Post(repository.Mount(digest, from)), access, cancellationToken).ConfigureAwait(false);
        return response.StatusCode switch
        {
            HttpStatusCode.Created => new(null),
            HttpStatusCode.Accepted => new(await NextAsync(response, cancellationToken).ConfigureAwait(false)),
            var status when isRefused(status) => null,
            _ => throw await client.FailAsync(response, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<Uri> NextAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        Redirect.Resolve(response.RequestMessage!.RequestUri!, Redirect.Location(response))
            ?? throw await client.FailAsync(response, cancellationToken).ConfigureAwait(false);

    // A registry that does not know mounts should begin an upload; not all do.
    private static bool IsUnknownRequest(HttpStatusCode status) =>
        status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented;

    private static bool IsRefusedMount(HttpStatusCode status) =>
        IsUnknownRequest(status) || status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    private sealed record Mount(Uri? Upload);
}
