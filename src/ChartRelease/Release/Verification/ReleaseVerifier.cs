using ChartRelease.Oci;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Publishing;

namespace ChartRelease.Release.Verification;

/// <summary>Reads a published chart back: by tag, by digest, byte for byte.</summary>
internal static class ReleaseVerifier
{
    /// <summary>Verifies one chart in one repository.</summary>
    /// <returns>The digest the tag resolves to.</returns>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.VerificationFailed"/> when the chart is absent or differs; <see cref="FailureReason.VersionConflict"/>
    /// when the tag points to another publisher's content.
    /// </exception>
    public static async Task<Digest> VerifyAsync(
        PackagedChart chart, IRepository repository, ContentComparison comparison, CancellationToken cancellationToken)
    {
        var reference = $"{repository.Reference}:{chart.Tag}";
        var byTag = await repository.ResolveAsync(chart.Tag, cancellationToken).ConfigureAwait(false)
            ?? throw Failed($"{reference} is absent.");
        var layer = ChartLayer.Find(byTag.Manifest) ?? throw Failed($"{reference} has no chart layer.");
        if (layer.Digest != chart.Archive.Descriptor.Digest)
        {
            throw TagConflict.Create(chart, repository, byTag);
        }

        var byDigest = await repository.FetchManifestAsync(byTag.Descriptor.Digest, cancellationToken).ConfigureAwait(false);
        if (!byDigest.Bytes.Span.SequenceEqual(byTag.Bytes.Span))
        {
            throw Failed($"{reference} gives other bytes by tag than by digest {byTag.Descriptor.Digest}.");
        }

        await CompareAsync(repository, layer, chart.Archive, reference, cancellationToken).ConfigureAwait(false);
        if (comparison == ContentComparison.ConfigAndArchive)
        {
            await CompareAsync(repository, byTag.Manifest.Config, chart.Config, reference, cancellationToken).ConfigureAwait(false);
        }

        return byTag.Descriptor.Digest;
    }

    private static async Task CompareAsync(
        IRepository repository, Descriptor published, Blob expected, string reference, CancellationToken cancellationToken)
    {
        var remote = await repository.FetchBlobAsync(published, cancellationToken).ConfigureAwait(false);
        await using (remote.ConfigureAwait(false))
        {
            var local = await expected.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (local.ConfigureAwait(false))
            {
                if (!await StreamComparison.EqualAsync(remote, local, cancellationToken).ConfigureAwait(false))
                {
                    throw Failed($"{reference}: the blob {published.Digest} has other bytes than what was packaged.");
                }
            }
        }
    }

    private static ChartReleaseException Failed(string found) => new(
        FailureReason.VerificationFailed,
        found,
        "What was published, read back byte for byte.",
        "Run ./build.sh --target=Publish again: it sends what is missing. If it stays so, the registry lost or changed content.");
}
