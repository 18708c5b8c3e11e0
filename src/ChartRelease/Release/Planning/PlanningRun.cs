using ChartRelease.Oci;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Release.Planning;

/// <summary>Asks every target what it holds, and has the planner decide.</summary>
internal sealed class PlanningRun(Targets targets, TargetStates states, ContentComparison comparison, ReleaseOptions options, IReleaseLog log)
{
    /// <summary>Plans all charts at all targets, in parallel. A target that cannot tell is part of the plan, not the end of it.</summary>
    public async Task<ReleasePlan> PlanAsync(IReadOnlyList<PackagedChart> packages, CancellationToken cancellationToken)
    {
        DirtyContent.ThrowIfLeaving(packages, targets.All.Values);
        var results = await Steps.TakeAsync(packages, options.Registry.Parallelism, PlanAsync, cancellationToken).ConfigureAwait(false);
        var links = new LocalLinks([.. packages.Select(package => package.Chart)], options.Registries);
        return DependencyCheck.Add(new ReleasePlan(Steps.All(results, cancellationToken)), links);
    }

    private async Task<PlannedChart> PlanAsync(PackagedChart chart, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(
            targets.All.Keys.Select(target => states.AskAsync(target, chart.Chart.Name, chart.Tag, cancellationToken))).ConfigureAwait(false);
        var planned = ReleasePlanner.Plan(chart, answers, comparison);
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
