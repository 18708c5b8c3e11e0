using System.Collections.Concurrent;

namespace ChartRelease.Oci.Registry;

/// <summary>
/// Uploads of one repository that were begun to prove that they may be. A small blob takes one in the place of a beginning of its own,
/// so that the proof costs nothing; a large one had better ask first whether it is there already.
/// </summary>
/// <param name="requests">Begins and takes back.</param>
internal sealed class UploadStock(UploadRequests requests) : IAsyncDisposable
{
    private const int SmallSize = 64 * 1024;
    private readonly ConcurrentQueue<Uri> _uploads = new();

    /// <summary>Begins an upload and keeps it: the registry checks the permission to push before it answers.</summary>
    public async Task AddAsync(CancellationToken cancellationToken) =>
        _uploads.Enqueue(await requests.BeginAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>An upload for a blob; <see langword="null"/> when there is none, or the blob is not small, or can be mounted.</summary>
    public Uri? Take(Blob blob) => blob.HeldBy is null && blob.Descriptor.Size <= SmallSize && _uploads.TryDequeue(out var upload) ? upload : null;

    /// <summary>Takes back what was not used; does not fail.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_uploads.TryDequeue(out var upload))
        {
            await requests.DeleteAsync(upload).ConfigureAwait(false);
        }
    }
}
