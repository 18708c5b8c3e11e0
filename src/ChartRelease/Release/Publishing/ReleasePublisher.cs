using ChartRelease.Oci;
using ChartRelease.Release.Engines;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Progress;

namespace ChartRelease.Release.Publishing;

/// <summary>Executes a plan: what is to be published is pushed, charts in parallel, and one failure does not stop the others.</summary>
/// <param name="engine">Who pushes.</param>
/// <param name="targets">The open targets by their <see cref="TargetReference.Value"/>.</param>
/// <param name="parallelism">Most pushes in flight at once.</param>
/// <param name="progress">Gets each step.</param>
internal sealed class ReleasePublisher(
    IReleaseEngine engine, IReadOnlyDictionary<string, IReleaseTarget> targets, int parallelism, IReleaseProgress progress)
{
    /// <summary>Pushes every step whose action is <see cref="ReleaseAction.Publish"/>.</summary>
    /// <returns>One outcome per step of the plan, in its order; also when the run is stopped.</returns>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.VersionConflict"/> before anything is sent, when the plan refuses a step.</exception>
    public async Task<IReadOnlyList<PublishOutcome>> PublishAsync(ReleasePlan plan, CancellationToken cancellationToken)
    {
        Refusal.ThrowIfAny(plan);

        var steps = plan.Steps.ToList();
        using var phase = new PhaseProgress(progress, ReleasePhase.Push, steps.Select(Told));
        var results = await Steps.TakeAsync(steps, parallelism, (step, token) => TakeAsync(step, phase, token), cancellationToken).ConfigureAwait(false);
        return [.. steps.Zip(results, (step, result) => new PublishOutcome(step.Chart, step.Target, result.Failure))];
    }

    private async Task<PlannedTarget> TakeAsync((PlannedChart Chart, PlannedTarget Target) step, PhaseProgress phase, CancellationToken cancellationToken)
    {
        if (step.Target.Action != ReleaseAction.Publish)
        {
            phase.Skip(Told(step));
            return step.Target;
        }

        await phase.PushAsync(
            Told(step), step.Chart.Chart, chart => engine.PushAsync(chart, targets[step.Target.Target], cancellationToken)).ConfigureAwait(false);
        return step.Target;
    }

    private ProgressStep Told((PlannedChart Chart, PlannedTarget Target) step) =>
        ProgressStep.Of(step.Chart.Chart, step.Target.Target, targets[step.Target.Target]);
}
