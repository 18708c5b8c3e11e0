using ChartRelease.Oci;
using ChartRelease.Release.Engines;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Progress;

namespace ChartRelease.Release.Publishing;

/// <summary>Executes a plan: what is to be published is pushed, charts in parallel, and one failure does not stop the others.</summary>
/// <param name="engine">Who pushes.</param>
/// <param name="targets">The open targets by their <see cref="TargetReference.Value"/>.</param>
/// <param name="parallelism">Most pushes in flight at once.</param>
/// <param name="deadlines">How long each chart may take at each target.</param>
/// <param name="time">The clock that plan and verification go by, too.</param>
/// <param name="progress">Gets each step.</param>
internal sealed class ReleasePublisher(
    IReleaseEngine engine,
    IReadOnlyDictionary<string, IReleaseTarget> targets,
    int parallelism,
    Deadlines deadlines,
    TimeProvider time,
    IReleaseProgress progress)
{
    /// <summary>Pushes every step whose action is <see cref="ReleaseAction.Publish"/>, each after those its chart depends on.</summary>
    /// <returns>
    /// One outcome per step of the plan, in its order; also when the run is stopped. A chart that one target could not tell about has
    /// outcomes for what failed only: it is left alone everywhere.
    /// </returns>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.VersionConflict"/> before anything is sent, when the plan refuses a step.</exception>
    public async Task<IReadOnlyList<PublishOutcome>> PublishAsync(ReleasePlan plan, CancellationToken cancellationToken)
    {
        Refusal.ThrowIfAny(plan);

        var steps = plan.Steps.Where(step => step.Chart.Action != ReleaseAction.Unknown || step.Target.Failure is not null).ToList();
        var shared = new SharedBlobs(targets);
        var order = new PublishOrder(plan, steps);
        using var phase = new PhaseProgress(progress, ReleasePhase.Push, steps.Select(Told));
        var results = await Steps.TakeAsync(
            steps,
            parallelism,
            (step, token) => shared.RunAsync(step, blobs => TakeAsync(step, blobs, phase, token)),
            cancellationToken,
            (step, token) => WaitAsync(step, order, phase, token),
            (step, result) => order.End(step, result.Result is { Failure: null })).ConfigureAwait(false);
        return [.. steps.Zip(results, (step, result) => result.Result ?? new PublishOutcome(step.Chart, step.Target, result.Failure))];
    }

    private async Task WaitAsync(
        (PlannedChart Chart, PlannedTarget Target) step, PublishOrder order, PhaseProgress phase, CancellationToken cancellationToken)
    {
        try
        {
            await order.WaitAsync(step, cancellationToken).ConfigureAwait(false);
        }
        catch (ChartReleaseException exception)
        {
            phase.Pass(Told(step), exception.Failure);
            throw;
        }
    }

    /// <summary>Resolves the tags that were written once more, when they have settled.</summary>
    /// <returns>The outcomes; where another publisher won, with that failure.</returns>
    public async Task<IReadOnlyList<PublishOutcome>> SettleAsync(IReadOnlyList<PublishOutcome> outcomes, CancellationToken cancellationToken)
    {
        var results = await Steps.TakeAsync(outcomes, parallelism, SettleAsync, cancellationToken).ConfigureAwait(false);
        return [.. outcomes.Zip(results, (outcome, result) => result.Result ?? outcome with { Failure = result.Failure })];
    }

    private async Task<PublishOutcome> SettleAsync(PublishOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.SettledAt is { } settledAt)
        {
            var claim = Claim(outcome, outcome.Chart.Chart);
            await deadlines.RunAsync(
                outcome.Target.Reference, stop => SettledTag.CheckAsync(claim, settledAt, time, stop), cancellationToken).ConfigureAwait(false);
        }

        return outcome;
    }

    private async Task<PublishOutcome> TakeAsync(
        (PlannedChart Chart, PlannedTarget Target) step, PackagedChart chart, PhaseProgress phase, CancellationToken cancellationToken)
    {
        var done = new PublishOutcome(step.Chart, step.Target, step.Target.Failure);
        if (step.Target.Action != ReleaseAction.Publish)
        {
            phase.Pass(Told(step), done.Failure);
            return done;
        }

        return await phase.PushAsync(
            Told(step),
            chart,
            counted => deadlines.RunAsync(step.Target.Reference, stop => PushAsync(done, counted, stop), cancellationToken)).ConfigureAwait(false);
    }

    private async Task<PublishOutcome> PushAsync(PublishOutcome step, PackagedChart chart, CancellationToken cancellationToken)
    {
        var target = targets[step.Target.Target];
        var race = new TagRace(Claim(step, chart), time, step.Target.AskedAt);
        try
        {
            await engine.PushAsync(chart, target, race.MayTagAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.VersionConflict && !target.GuardsTags)
        {
            await race.AcceptRefusalAsync(exception, cancellationToken).ConfigureAwait(false);
        }

        return step with { FoundSame = race.Found is not null, SettledAt = target.GuardsTags ? null : race.SettledAt() };
    }

    private TagClaim Claim(PublishOutcome step, PackagedChart chart) =>
        TagClaim.Of(chart, targets[step.Target.Target].Repository(chart.Chart.Name), engine.Comparison);

    private ProgressStep Told((PlannedChart Chart, PlannedTarget Target) step) =>
        ProgressStep.Of(step.Chart.Chart, step.Target.Target, targets[step.Target.Target]);
}
