using System.Collections.Concurrent;
using ChartRelease.Oci;
using ChartRelease.Release.Engines;
using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Publishing;

/// <summary>Executes a plan: what is to be published is pushed, charts in parallel, and one failure does not stop the others.</summary>
/// <param name="engine">Who pushes.</param>
/// <param name="targets">The open targets by their <see cref="TargetReference.Value"/>.</param>
/// <param name="parallelism">Most pushes in flight at once.</param>
internal sealed class ReleasePublisher(IReleaseEngine engine, IReadOnlyDictionary<string, IReleaseTarget> targets, int parallelism)
{
    /// <summary>Pushes every step whose action is <see cref="ReleaseAction.Publish"/>.</summary>
    /// <returns>One outcome per step of the plan, in its order.</returns>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.VersionConflict"/> before anything is sent, when the plan refuses a step.</exception>
    public async Task<IReadOnlyList<PublishOutcome>> PublishAsync(ReleasePlan plan, CancellationToken cancellationToken)
    {
        Refusal.ThrowIfAny(plan);

        var steps = plan.Steps.ToList();
        var failures = new ConcurrentDictionary<int, Failure>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, steps.Count), options, async (index, token) =>
        {
            var (chart, target) = steps[index];
            if (target.Action != ReleaseAction.Publish)
            {
                return;
            }

            try
            {
                await engine.PushAsync(chart.Chart, targets[target.Target], token).ConfigureAwait(false);
            }
            catch (ChartReleaseException exception)
            {
                failures[index] = exception.Failure;
            }
        }).ConfigureAwait(false);

        return [.. steps.Select((step, index) => new PublishOutcome(step.Chart, step.Target, failures.GetValueOrDefault(index)))];
    }
}
