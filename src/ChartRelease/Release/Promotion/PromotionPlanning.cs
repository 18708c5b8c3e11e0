using ChartRelease.Oci;
using ChartRelease.Release.Selection;

namespace ChartRelease.Release.Promotion;

/// <summary>Asks both sides what they hold, and has the planner decide.</summary>
internal sealed class PromotionPlanning(
    IReleaseTarget source, IReadOnlyDictionary<string, IReleaseTarget> targets, int parallelism, Deadlines deadlines, TimeProvider time)
{
    /// <summary>Plans all versions for all destinations, in parallel; what cannot be told of one does not stop the others.</summary>
    public async Task<IReadOnlyList<PlannedPromotion>> PlanAsync(IReadOnlyList<PublishedVersion> candidates, CancellationToken cancellationToken)
    {
        var planned = await Steps.TakeAsync(candidates, parallelism, PlanAsync, cancellationToken).ConfigureAwait(false);
        return [.. candidates.Zip(planned, (candidate, result) => result.Result ?? Fail(candidate, result.Failure!)).SelectMany(steps => steps)];
    }

    private async Task<IReadOnlyList<PlannedPromotion>> PlanAsync(PublishedVersion candidate, CancellationToken cancellationToken)
    {
        var repository = source.Repository(candidate.Chart);
        var from = $"{repository.Reference}:{candidate.Tag}";
        var manifest = await deadlines.RunAsync(from, stop => repository.ResolveAsync(candidate.Tag, stop), cancellationToken).ConfigureAwait(false)
            ?? throw new ChartReleaseException(
                FailureReason.NotFound, $"{from} is listed, and not there.", "A tag that can be fetched.", "Run the same command again; if it stays so, publish it again.");
        var steps = new List<PlannedPromotion>();
        foreach (var (name, target) in targets)
        {
            steps.Add(await PlanAsync(candidate, manifest, from, name, target, cancellationToken).ConfigureAwait(false));
        }

        return steps;
    }

    private async Task<PlannedPromotion> PlanAsync(
        PublishedVersion candidate, ManifestContent manifest, string from, string name, IReleaseTarget target, CancellationToken cancellationToken)
    {
        var reference = Reference(target, candidate);
        try
        {
            var repository = target.Repository(candidate.Chart);
            var askedAt = time.GetTimestamp();
            var published = await deadlines.RunAsync(reference, stop => repository.ResolveAsync(candidate.Tag, stop), cancellationToken).ConfigureAwait(false);
            return PromotionPlanner.Plan(candidate, manifest, from, name, reference, published) with { AskedAt = askedAt };
        }
        catch (ChartReleaseException exception)
        {
            return PromotionPlanner.Fail(candidate, name, reference, exception.Failure);
        }
    }

    private List<PlannedPromotion> Fail(PublishedVersion candidate, Failure failure) =>
        [.. targets.Select(target => PromotionPlanner.Fail(candidate, target.Key, Reference(target.Value, candidate), failure))];

    private static string Reference(IReleaseTarget target, PublishedVersion candidate) =>
        $"{target.Repository(candidate.Chart).Reference}:{candidate.Tag}";
}
