using ChartRelease.Oci;
using ChartRelease.Release.Publishing;

namespace ChartRelease.Release.Promotion;

/// <summary>Executes a plan, in parallel; one failure does not stop the others.</summary>
/// <param name="source">Where from.</param>
/// <param name="targets">The destinations by their <see cref="TargetReference.Value"/>.</param>
/// <param name="parallelism">Most steps at once.</param>
/// <param name="deadlines">How long one step may take, with what was asked before it.</param>
/// <param name="time">The clock that the plan goes by, too.</param>
/// <param name="log">Told of each step that is done.</param>
internal sealed class Promoter(
    IReleaseTarget source, IReadOnlyDictionary<string, IReleaseTarget> targets, int parallelism, Deadlines deadlines, TimeProvider time, IReleaseLog log)
{
    /// <summary>Takes every step; when one is refused, none is taken.</summary>
    /// <returns>One entry per step, in their order; also when the run is stopped.</returns>
    public async Task<IReadOnlyList<PromotedChart>> PromoteAsync(PromotionPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Steps.Any(step => step.Action == PromotionAction.Refuse))
        {
            return [.. plan.Steps.Select(step => PromotedChart.NotDone(step))];
        }

        // Tags are looked at again when all are written: most have settled by then, and nothing waits.
        var copied = await TakeAsync(plan.Steps, step => step.Reference, TakeAsync, cancellationToken).ConfigureAwait(false);
        var promoted = plan.Steps.Zip(copied, (step, result) => result.Result ?? new Promoted(PromotedChart.Failed(step, result.Failure!), null)).ToList();
        var settled = await TakeAsync(promoted, one => one.Chart.Step.Reference, SettleAsync, cancellationToken).ConfigureAwait(false);
        return
        [
            .. promoted.Zip(settled, (one, result) =>
                result.Result ?? (one.SettledAt is null ? one.Chart : PromotedChart.Failed(one.Chart.Step, result.Failure!))),
        ];
    }

    private Task<IReadOnlyList<StepResult<T>>> TakeAsync<TStep, T>(
        IReadOnlyList<TStep> steps, Func<TStep, string> reference, Func<TStep, CancellationToken, Task<T>> take, CancellationToken cancellationToken)
        where T : class =>
        Steps.TakeAsync(
            steps, parallelism, (step, stop) => deadlines.RunAsync(reference(step), token => take(step, token), stop), cancellationToken);

    private async Task<Promoted> TakeAsync(PlannedPromotion step, CancellationToken cancellationToken)
    {
        if (step.Failure is { } failure)
        {
            return new(PromotedChart.Failed(step, failure), null);
        }

        var (from, to) = (source.Repository(step.Chart), targets[step.Target].Repository(step.Chart));
        var copier = new ManifestCopier(from, to);
        var (done, sent, settledAt) = step.Action == PromotionAction.Copy
            ? await CopyAsync(step, copier, to, cancellationToken).ConfigureAwait(false)
            : (step, 0, null);
        var referrers = await CopyReferrersAsync(done, copier, from, to, cancellationToken).ConfigureAwait(false);
        log.Write(ReleaseLogLevel.Information, $"{done.Reference}: {Words(done, referrers)}");
        return new(PromotedChart.Done(done, referrers.Copied, sent + referrers.Bytes), settledAt);
    }

    private async Task<(PlannedPromotion Done, long Sent, long? SettledAt)> CopyAsync(
        PlannedPromotion step, ManifestCopier copier, IRepository to, CancellationToken cancellationToken)
    {
        var manifest = step.Source!;
        var race = new TagRace(Claim(step, to), time, step.AskedAt);
        var sent = await copier.SendBlobsAsync(manifest.Manifest, cancellationToken).ConfigureAwait(false);
        if (!await race.MayTagAsync(cancellationToken).ConfigureAwait(false))
        {
            return (PromotionPlanner.Skip(step, race.Found!), sent, null);
        }

        if (await PushAsync(step, manifest, to, race, cancellationToken).ConfigureAwait(false) is { } held
            && held.Descriptor.Digest != manifest.Descriptor.Digest)
        {
            return (PromotionPlanner.Skip(step, held), sent, null);
        }

        var settledAt = targets[step.Target].GuardsTags ? time.GetTimestamp() : race.SettledAt();
        await copier.VerifyAsync(manifest, cancellationToken).ConfigureAwait(false);
        return (step, sent + manifest.Descriptor.Size, settledAt);
    }

    // What the tag holds already, when the destination says that it may not be moved: ours, when the answer to an earlier attempt was lost.
    private async Task<ManifestContent?> PushAsync(
        PlannedPromotion step, ManifestContent manifest, IRepository to, TagRace race, CancellationToken cancellationToken)
    {
        try
        {
            await to.PushManifestAsync(ManifestCopier.Manifest(manifest), step.Tag, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.VersionConflict && !targets[step.Target].GuardsTags)
        {
            return await race.AcceptRefusalAsync(exception, cancellationToken).ConfigureAwait(false);
        }
    }

    // The last look at a tag that was written: by tag, as users do it.
    private async Task<PromotedChart> SettleAsync(Promoted promoted, CancellationToken cancellationToken)
    {
        var step = promoted.Chart.Step;
        if (promoted.SettledAt is not { } settledAt)
        {
            return promoted.Chart;
        }

        var claim = Claim(step, targets[step.Target].Repository(step.Chart));
        var held = await SettledTag.CheckAsync(claim, settledAt, time, cancellationToken).ConfigureAwait(false);
        return held.Descriptor.Digest != step.Source!.Descriptor.Digest
            ? PromotedChart.Done(PromotionPlanner.Skip(step, held), promoted.Chart.Referrers, promoted.Chart.BytesSent)
            : held.Bytes.Span.SequenceEqual(step.Source.Bytes.Span)
                ? promoted.Chart
                : throw ManifestCopier.Failed($"{step.Reference} gives other bytes by tag than were copied.");
    }

    private static TagClaim Claim(PlannedPromotion step, IRepository to) => new(
        to,
        step.Tag,
        found => PromotionPlanner.IsSame(step.Source!, found),
        found => new ChartReleaseException(
            FailureReason.VersionConflict,
            $"{step.Reference} is {found.Descriptor.Digest}, and not {step.Source!.Descriptor.Digest} that was copied: another publisher has written this version.",
            "The manifest of the source.",
            "Find out who published it; then run the same command again."));

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
        (step.Action == PromotionAction.Copy ? $"copied and read back by digest, {step.Source!.Descriptor.Digest}" : step.Why)
        + (referrers.Copied == 0 ? "" : FormattableString.Invariant($"; referrers copied: {referrers.Copied}"));

    // When the tag can be trusted is null where it was not written.
    private sealed record Promoted(PromotedChart Chart, long? SettledAt);
}
