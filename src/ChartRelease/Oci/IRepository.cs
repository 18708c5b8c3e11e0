using ChartRelease.Oci.Referrers;

namespace ChartRelease.Oci;

/// <summary>
/// One repository of a target: in a registry <c>HOST/PATH/NAME</c>, on disk the image layout <c>FOLDER/NAME</c>.
/// Every method throws <see cref="ChartReleaseException"/> when it could not tell: absence is an answer, doubt is not.
/// </summary>
public interface IRepository
{
    /// <summary>The repository as users write it, <c>oci://HOST/PATH/NAME</c> or <c>oci-layout:FOLDER/NAME</c>.</summary>
    string Reference { get; }

    /// <summary>The manifest a tag points to, or <see langword="null"/> when the target is certain that there is none.</summary>
    Task<ManifestContent?> ResolveAsync(string tag, CancellationToken cancellationToken);

    /// <summary>The manifest with this digest.</summary>
    Task<ManifestContent> FetchManifestAsync(Digest digest, CancellationToken cancellationToken);

    /// <summary>A blob's content. The stream fails at its end when size or digest differ from the descriptor.</summary>
    Task<Stream> FetchBlobAsync(Descriptor descriptor, CancellationToken cancellationToken);

    /// <summary>Whether the blob is there.</summary>
    Task<bool> ExistsAsync(Descriptor descriptor, CancellationToken cancellationToken);

    /// <summary>Sends a blob unless it is there.</summary>
    /// <returns>Whether bytes were sent.</returns>
    Task<bool> PushBlobAsync(Blob blob, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a manifest and points the tag to it. Called last, when all its blobs are there. An image layout refuses to move a tag to other
    /// content (<see cref="FailureReason.VersionConflict"/>); a registry has no such condition on a PUT, so who pushes reads back afterwards.
    /// </summary>
    Task PushManifestAsync(Blob manifest, string tag, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a manifest under its digest alone, when all its blobs are there. One that has a subject can then be listed from there
    /// (<see href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests-with-subject"/>): the target does
    /// that by itself, or the subject's referrers tag is brought up to date without losing what others write to it at the same time.
    /// </summary>
    Task PushManifestAsync(Blob manifest, CancellationToken cancellationToken);

    /// <summary>
    /// The manifests that refer to this one, in the target's order; empty when there are none. The subject itself need not be there.
    /// </summary>
    /// <param name="subject">Digest of the manifest referred to.</param>
    /// <param name="artifactType">Only those of this type; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    IAsyncEnumerable<Referrer> ListReferrersAsync(Digest subject, string? artifactType, CancellationToken cancellationToken);

    /// <summary>
    /// All tags, in the target's order; empty when the repository does not exist. Among them may be <see cref="ReferrersTag"/>s, which are no
    /// versions.
    /// </summary>
    IAsyncEnumerable<string> ListTagsAsync(CancellationToken cancellationToken);
}
