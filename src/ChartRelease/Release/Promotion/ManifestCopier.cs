using ChartRelease.Oci;

namespace ChartRelease.Release.Promotion;

/// <summary>Copies manifests and what they name from one repository to another, as they are.</summary>
/// <param name="source">Where from.</param>
/// <param name="destination">Where to.</param>
internal sealed class ManifestCopier(IRepository source, IRepository destination)
{
    /// <summary>Sends the blobs that the destination lacks; each is read while it is sent, and mounted where both stand in one registry.</summary>
    /// <returns>The bytes that were sent.</returns>
    public async Task<long> SendBlobsAsync(OciManifest manifest, CancellationToken cancellationToken)
    {
        var sent = 0L;
        foreach (var descriptor in Blobs(manifest))
        {
            var blob = new Blob(descriptor, token => new ValueTask<Stream>(source.FetchBlobAsync(descriptor, token))) { HeldBy = source.Reference };
            sent += await destination.PushBlobAsync(blob, cancellationToken).ConfigureAwait(false) ? descriptor.Size : 0;
        }

        return sent;
    }

    /// <summary>The manifest's bytes, to be sent.</summary>
    public static Blob Manifest(ManifestContent manifest) =>
        new(manifest.Descriptor, _ => ValueTask.FromResult<Stream>(new MemoryStream(manifest.Bytes.ToArray(), writable: false)));

    /// <summary>Reads back by digest what was copied: the manifest byte for byte, and every blob to its end, where its digest is compared.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.VerificationFailed"/>, or what the destination says.</exception>
    public async Task VerifyAsync(ManifestContent manifest, CancellationToken cancellationToken)
    {
        var held = await destination.FetchManifestAsync(manifest.Descriptor.Digest, cancellationToken).ConfigureAwait(false);
        if (!held.Bytes.Span.SequenceEqual(manifest.Bytes.Span))
        {
            throw Failed($"{destination.Reference}@{manifest.Descriptor.Digest} has other bytes than {source.Reference} under the same digest.");
        }

        foreach (var descriptor in Blobs(manifest.Manifest))
        {
            var blob = await destination.FetchBlobAsync(descriptor, cancellationToken).ConfigureAwait(false);
            await using (blob.ConfigureAwait(false))
            {
                await blob.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The failure of what is not found again.</summary>
    public static ChartReleaseException Failed(string found) => new(
        FailureReason.VerificationFailed,
        found,
        "What was copied, read back byte for byte.",
        "Run the same command again: it sends what is missing. If it stays so, the registry lost or changed content.");

    private static IEnumerable<Descriptor> Blobs(OciManifest manifest) => manifest.Layers.Prepend(manifest.Config).DistinctBy(blob => blob.Digest);
}
