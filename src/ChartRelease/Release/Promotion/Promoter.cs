using ChartRelease.Oci;

namespace ChartRelease.Release.Promotion;

/// <summary>Executes a plan, in parallel; one failure does not stop the others.</summary>
/// <param name="source">Where from.</param>
/// <param name="targets">The destinations by their <see cref="TargetReference.Value"/>.</param>
/// <param name="parallelism">Most steps at once.</param>
/// <param name="log">Told of each step that is done.</param>
internal sealed class Promoter(IReleaseTarget source, IReadOnlyDictionary<string, IReleaseTarget> targets, int parallelism, IReleaseLog log)
{
    /// <summary>Takes every step; when one is refused, none is taken.</summary>
    /// <returns>One entry per step, in their order; also when the run is stopped.</returns>
    public async Task<IReadOnlyList<PromotedChart>> PromoteAsync(PromotionPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Steps.Any(step => step.Action == PromotionAction.Refuse))
        {
            return [.. plan.Steps.Select(step => PromotedChart.NotDone(step))];
        }

        var results = await Steps.TakeAsync(plan.Steps, parallelism, TakeAsync, cancellationToken).ConfigureAwait(false);
        return [.. plan.Steps.Zip(results, (step, result) => result.Result ?? PromotedChart.Failed(step, result.Failure!))];
    }

    private async Task<PromotedChart> TakeAsync(PlannedPromotion step, CancellationToken cancellationToken)
    {
        if (step.Failure is { } failure)
        {
            return PromotedChart.Failed(step, failure);
        }

        var (from, to) = (source.Repository(step.Chart), targets[step.Target].Repository(step.Chart));
        var copier = new ManifestCopier(from, to);
        var sent = step.Action == PromotionAction.Copy ? await CopyAsync(step, copier, to, cancellationToken).ConfigureAwait(false) : 0;
        var referrers = await CopyReferrersAsync(step, copier, from, to, cancellationToken).ConfigureAwait(false);
        log.Write(ReleaseLogLevel.Information, $"{step.Reference}: {Words(step, referrers)}");
        return PromotedChart.Done(step, referrers.Copied, sent + referrers.Bytes);
    }

    private static async Task<long> CopyAsync(PlannedPromotion step, ManifestCopier copier, IRepository to, CancellationToken cancellationToken)
    {
        var manifest = step.Source!;
        var sent = await copier.SendBlobsAsync(manifest.Manifest, cancellationToken).ConfigureAwait(false);
        await to.PushManifestAsync(ManifestCopier.Manifest(manifest), step.Tag, cancellationToken).ConfigureAwait(false);
        var held = await to.ResolveAsync(step.Tag, cancellationToken).ConfigureAwait(false)
            ?? throw ManifestCopier.Failed($"{step.Reference} is absent after it was copied.");
        if (held.Descriptor.Digest != manifest.Descriptor.Digest)
        {
            throw new ChartReleaseException(
                FailureReason.VersionConflict,
                $"{step.Reference} is {held.Descriptor.Digest}, and not {manifest.Descriptor.Digest} that was copied: another publisher has written this version.",
                "The manifest of the source.",
                "Find out who published it; then run the same command again.");
        }

        if (!held.Bytes.Span.SequenceEqual(manifest.Bytes.Span))
        {
            throw ManifestCopier.Failed($"{step.Reference} gives other bytes by tag than were copied.");
        }

        await copier.VerifyAsync(manifest, cancellationToken).ConfigureAwait(false);
        return sent + manifest.Descriptor.Size;
    }

    // Referrers name the digest of a manifest: where the same content has another manifest, they would refer to nothing.
    private async Task<ReferrerCount> CopyReferrersAsync(
        PlannedPromotion step, ManifestCopier copier, IRepository from, IRepository to, CancellationToken cancellationToken)
    {
        var subject = step.Source!.Descriptor.Digest;
        if (step.Published is null || step.Published.Descriptor.Digest == subject)
        {
            return await new ReferrerCopier(from, to, copier).CopyAsync(subject, cancellationToken).ConfigureAwait(false);
        }

        await foreach (var referrer in from.ListReferrersAsync(subject, artifactType: null, cancellationToken).ConfigureAwait(false))
        {
            log.Write(
                ReleaseLogLevel.Warning,
                $"{step.Reference} has the same content in another manifest, {step.Published.Descriptor.Digest}: what refers to {subject}, {referrer.Manifest.Digest} for one, is not copied.");
            break;
        }

        return default;
    }

    private static string Words(PlannedPromotion step, ReferrerCount referrers) =>
        (step.Action == PromotionAction.Copy ? $"copied and read back, {step.Source!.Descriptor.Digest}" : step.Why)
        + (referrers.Copied == 0 ? "" : FormattableString.Invariant($"; referrers copied: {referrers.Copied}"));
}
