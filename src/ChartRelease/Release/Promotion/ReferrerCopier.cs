using ChartRelease.Oci;
using ChartRelease.Oci.Referrers;

namespace ChartRelease.Release.Promotion;

/// <summary>Copies what refers to a manifest, and what refers to that in turn: signatures, bills of materials, and their signatures.</summary>
internal sealed class ReferrerCopier(IRepository source, IRepository destination, ManifestCopier copier)
{
    /// <summary>Most links from a chart to an artifact: a signature of an attestation of a bill of materials has three.</summary>
    public const int MostLinks = 8;

    private readonly HashSet<Digest> _seen = [];

    /// <summary>Copies the referrers that the destination lacks.</summary>
    /// <returns>How many were copied, and their bytes.</returns>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.RegistryError"/>: they refer in a circle, too deep, or not to what they are listed for.
    /// </exception>
    public Task<ReferrerCount> CopyAsync(Digest subject, CancellationToken cancellationToken) => CopyAsync(subject, 0, cancellationToken);

    private async Task<ReferrerCount> CopyAsync(Digest subject, int links, CancellationToken cancellationToken)
    {
        if (!_seen.Add(subject))
        {
            throw Refused(subject, "is listed as its own referrer, in a circle");
        }

        var referrers = await ListAsync(source, subject, cancellationToken).ConfigureAwait(false);
        if (referrers.Count == 0)
        {
            return default;
        }

        if (links == MostLinks)
        {
            throw Refused(subject, $"has referrers more than {MostLinks} links away from the chart");
        }

        var count = default(ReferrerCount);
        var held = await HeldAsync(subject, cancellationToken).ConfigureAwait(false);
        foreach (var referrer in referrers)
        {
            count += held.Contains(referrer.Manifest.Digest) ? default : await CopyOneAsync(subject, referrer, cancellationToken).ConfigureAwait(false);
            count += await CopyAsync(referrer.Manifest.Digest, links + 1, cancellationToken).ConfigureAwait(false);
        }

        if (count.Copied > 0)
        {
            held = await HeldAsync(subject, cancellationToken).ConfigureAwait(false);
            var lost = referrers.FirstOrDefault(referrer => !held.Contains(referrer.Manifest.Digest));
            return lost is null ? count : throw ManifestCopier.Failed($"{destination.Reference} does not list {lost.Manifest.Digest} as a referrer of {subject}.");
        }

        return count;
    }

    private async Task<ReferrerCount> CopyOneAsync(Digest subject, Referrer referrer, CancellationToken cancellationToken)
    {
        if (referrer.Manifest.MediaType != MediaTypes.Manifest)
        {
            throw Refused(referrer.Manifest.Digest, $"is of media type \"{referrer.Manifest.MediaType}\", which cannot be copied");
        }

        var manifest = await source.FetchManifestAsync(referrer.Manifest.Digest, cancellationToken).ConfigureAwait(false);
        if (manifest.Manifest.Subject?.Digest != subject)
        {
            throw Refused(referrer.Manifest.Digest, $"is listed as a referrer of {subject}, and does not refer to it");
        }

        var sent = await copier.SendBlobsAsync(manifest.Manifest, cancellationToken).ConfigureAwait(false);
        await destination.PushManifestAsync(ManifestCopier.Manifest(manifest), cancellationToken).ConfigureAwait(false);
        await copier.VerifyAsync(manifest, cancellationToken).ConfigureAwait(false);
        return new(1, sent + manifest.Descriptor.Size);
    }

    private async Task<HashSet<Digest>> HeldAsync(Digest subject, CancellationToken cancellationToken) =>
        [.. (await ListAsync(destination, subject, cancellationToken).ConfigureAwait(false)).Select(referrer => referrer.Manifest.Digest)];

    private static async Task<List<Referrer>> ListAsync(IRepository repository, Digest subject, CancellationToken cancellationToken)
    {
        var referrers = new List<Referrer>();
        await foreach (var referrer in repository.ListReferrersAsync(subject, artifactType: null, cancellationToken).ConfigureAwait(false))
        {
            referrers.Add(referrer);
        }

        return referrers;
    }

    private ChartReleaseException Refused(Digest manifest, string why) => new(
        FailureReason.RegistryError,
        $"{source.Reference}@{manifest} {why}.",
        "Image manifests that refer to a chart, or to one another, without end.",
        "Look at it, for example with: oras discover. Remove it from the source, or attach it again.");
}

/// <summary>Referrers that were copied.</summary>
/// <param name="Copied">How many.</param>
/// <param name="Bytes">What was sent for them.</param>
internal readonly record struct ReferrerCount(int Copied, long Bytes)
{
    public static ReferrerCount operator +(ReferrerCount left, ReferrerCount right) => new(left.Copied + right.Copied, left.Bytes + right.Bytes);
}
