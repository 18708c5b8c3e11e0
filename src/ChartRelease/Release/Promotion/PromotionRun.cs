using ChartRelease.Release.Progress;
using ChartRelease.Release.Selection;

namespace ChartRelease.Release.Promotion;

/// <summary>One promotion. It needs no repository, unless the charts of one are meant.</summary>
/// <param name="options">The settings of the run.</param>
/// <param name="root">Full path that relative layout folders start from.</param>
/// <param name="destinations">The destinations.</param>
/// <param name="deadlines">How long what is done for one chart version at one destination may take.</param>
/// <param name="time">The clock of the run.</param>
/// <param name="log">Gets what the steps tell.</param>
internal sealed class PromotionRun(ReleaseOptions options, string root, Targets destinations, Deadlines deadlines, TimeProvider time, IReleaseLog log)
{
    /// <summary>Finds, plans and copies.</summary>
    /// <param name="show">Gets the plan before anything is sent.</param>
    /// <param name="cancellationToken">Stops the run; what is done then is in the report.</param>
    /// <exception cref="ChartReleaseException">The settings ask for nothing that could be looked for.</exception>
    public async Task<PromotionReport> RunAsync(Action<PromotionPlan> show, CancellationToken cancellationToken)
    {
        var from = PromotionSettings.Check(options);
        var versions = VersionSelection.Parse(options.Selection.Versions);
        var sources = new Targets(options with { Registries = [from] }, root, log, NullReleaseProgress.Instance);
        await using var disposal = sources.ConfigureAwait(false);
        var source = sources.All[from.Value];
        var parallelism = options.Registry.Parallelism;
        var charts = await new PublishedCharts(options, "--from").SelectAsync(source, cancellationToken).ConfigureAwait(false);
        var (found, failures) = await new PublishedVersions(source, versions, parallelism, deadlines, log).FindAsync(charts, cancellationToken).ConfigureAwait(false);
        var steps = await new PromotionPlanning(source, destinations.All, parallelism, deadlines, time).PlanAsync(found, cancellationToken).ConfigureAwait(false);
        var plan = new PromotionPlan(from, steps, failures);
        cancellationToken.ThrowIfCancellationRequested();
        show(plan);
        var promoted = await new Promoter(source, destinations.All, parallelism, deadlines, time, log).PromoteAsync(plan, cancellationToken).ConfigureAwait(false);
        return new PromotionReport(from, promoted, failures);
    }
}
