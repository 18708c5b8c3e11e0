using ChartRelease.Oci;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Release.Planning;

/// <summary>Asks every target what it holds, and has the planner decide.</summary>
internal sealed class PlanningRun(Targets targets, ContentComparison comparison, ReleaseOptions options, IReleaseLog log)
{
    /// <summary>Plans all charts at all targets; targets are asked in parallel.</summary>
    public async Task<ReleasePlan> PlanAsync(IReadOnlyList<PackagedChart> packages, CancellationToken cancellationToken)
    {
        DirtyContent.ThrowIfLeaving(packages, targets.All.Values);
        var charts = new PlannedChart[packages.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Registry.Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, packages.Count), parallel, async (index, token) =>
            charts[index] = await PlanAsync(packages[index], token).ConfigureAwait(false)).ConfigureAwait(false);
        return new ReleasePlan(charts);
    }

    private async Task<PlannedChart> PlanAsync(PackagedChart chart, CancellationToken cancellationToken)
    {
        var states = new List<TargetState>();
        foreach (var (name, target) in targets.All)
        {
            var repository = target.Repository(chart.Chart.Name);
            var published = await repository.ResolveAsync(chart.Tag, cancellationToken).ConfigureAwait(false);
            states.Add(new TargetState(name, $"{repository.Reference}:{chart.Tag}", published));
        }

        var planned = ReleasePlanner.Plan(chart, states, comparison);
        return planned.Action == ReleaseAction.Refuse ? await ExplainAsync(planned, cancellationToken).ConfigureAwait(false) : planned;
    }

    // Deciding needs digests only; naming the files that differ needs the published archive.
    private async Task<PlannedChart> ExplainAsync(PlannedChart planned, CancellationToken cancellationToken)
    {
        var explained = new List<PlannedTarget>();
        foreach (var target in planned.Targets)
        {
            explained.Add(target is { Action: ReleaseAction.Refuse, Published: { } published }
                ? target with { Why = $"{target.Why}: {await DifferenceAsync(planned.Chart, target, published, cancellationToken).ConfigureAwait(false)}" }
                : target);
        }

        return planned with { Targets = explained };
    }

    private async Task<string> DifferenceAsync(
        PackagedChart chart, PlannedTarget target, ManifestContent published, CancellationToken cancellationToken)
    {
        try
        {
            var repository = targets.All[target.Target].Repository(chart.Chart.Name);
            return await ContentDifference.DescribeAsync(chart, repository, published, cancellationToken).ConfigureAwait(false);
        }
        catch (ChartReleaseException exception)
        {
            // The refusal stands whatever the published archive looks like.
            log.Write(ReleaseLogLevel.Verbose, exception.Message);
            return "its archive cannot be read to say where";
        }
    }
}
