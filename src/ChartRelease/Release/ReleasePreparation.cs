using ChartRelease.Release.Checking;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Reading;
using ChartRelease.Release.Saved;

namespace ChartRelease.Release;

/// <summary>The first half of a run: packages and the plan. Each is made once, and again after a version change.</summary>
/// <param name="run">What the steps share.</param>
internal sealed class ReleasePreparation(ReleaseServices run)
{
    private IReadOnlyList<PackagedChart>? _packages;

    /// <summary>The plan that is executed; <see langword="null"/> before it was decided.</summary>
    public ReleasePlan? Plan { get; private set; }

    /// <summary>Forgets both: the charts have changed.</summary>
    public void Forget() => (_packages, Plan) = (null, null);

    /// <summary>Writes <c>ARTIFACTS/charts/NAME-VERSION.tgz</c> of every chart.</summary>
    public async Task<IReadOnlyList<PackagedChart>> PackageAsync(CancellationToken cancellationToken) =>
        _packages ??= await PackageAsync(
            (chart, stop) => run.Engine.PackageAsync(chart, run.Sources.Artifacts("charts"), stop), cancellationToken).ConfigureAwait(false);

    /// <summary>What is shown of a plan: a check, or what a push would do and what changed since the last releases.</summary>
    public async Task<ReleasePlan> ShowAsync(CancellationToken cancellationToken) => run.Options.Plan switch
    {
        { Check: true, Since: { } since } => new ReleasePlan([]) { Check = await run.Sources.CheckAsync(since, cancellationToken).ConfigureAwait(false) },
        { Check: true } => new ReleasePlan([]) { Check = ReleaseCheck.Check(await run.Sources.HistoryAsync(cancellationToken).ConfigureAwait(false)) },
        _ => await ForecastAsync(cancellationToken).ConfigureAwait(false),
    };

    /// <summary>The plan to execute. A saved one is held against it.</summary>
    public async Task<(IReadOnlyList<PackagedChart> Packages, ReleasePlan Plan)> DecideAsync(CancellationToken cancellationToken)
    {
        var packages = await PackageAsync(cancellationToken).ConfigureAwait(false);
        Plan ??= await DecideAsync(packages, cancellationToken).ConfigureAwait(false);
        return (packages, Plan);
    }

    /// <summary>Sees to it that the plan is the saved one, if the settings name one.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.PlanOutdated"/>.</exception>
    public async Task ThrowIfOutdatedAsync(ReleasePlan plan, CancellationToken cancellationToken)
    {
        if (run.Options.Plan.File is { } file)
        {
            plan.ThrowIfUnknown();
            var saved = await SavedPlanFile.ReadAsync(Path.Combine(run.Options.WorkingDirectory, file), file, cancellationToken).ConfigureAwait(false);
            PlanComparison.ThrowIfMoved(saved, plan, file);
        }
    }

    private async Task<IReadOnlyList<PackagedChart>> PackageAsync(
        Func<SourcedChart, CancellationToken, Task<PackagedChart>> package, CancellationToken cancellationToken)
    {
        var source = await run.Sources.ReadAsync(cancellationToken).ConfigureAwait(false);
        var results = await Steps.TakeAsync(source.Charts, Environment.ProcessorCount, package, cancellationToken).ConfigureAwait(false);
        return Steps.All(results, cancellationToken);
    }

    private async Task<ReleasePlan> ForecastAsync(CancellationToken cancellationToken)
    {
        var reading = run.Sources.HistoryAsync(cancellationToken);
        try
        {
            var plan = await DecideAsideAsync(cancellationToken).ConfigureAwait(false);
            return ForecastPlan.Add(plan, await reading.ConfigureAwait(false), run.Options.Registries);
        }
        finally
        {
            // Also after a failure nothing goes on behind the caller's back.
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<ReleasePlan> DecideAsideAsync(CancellationToken cancellationToken)
    {
        if (Plan is not null || _packages is not null)
        {
            return (await DecideAsync(cancellationToken).ConfigureAwait(false)).Plan;
        }

        // Not kept: a push needs archives that still exist.
        using var scratch = new ScratchFolder();
        var packages = await PackageAsync((chart, stop) => run.Engine.MeasureAsync(chart, scratch.Path, stop), cancellationToken).ConfigureAwait(false);
        return await DecideAsync(packages, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ReleasePlan> DecideAsync(IReadOnlyList<PackagedChart> packages, CancellationToken cancellationToken)
    {
        var planning = new PlanningRun(run.Targets, run.States, run.Engine.Comparison, run.Options, run.Log);
        var plan = await planning.PlanAsync(packages, cancellationToken).ConfigureAwait(false);
        return await run.Sources.GuardAsync(plan, cancellationToken).ConfigureAwait(false);
    }
}
