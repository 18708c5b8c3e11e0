using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Publishing;

/// <summary>Lets a chart wait for the charts it depends on, at each target by itself. What depends on nothing waits for nobody.</summary>
internal sealed class PublishOrder
{
    private readonly Dictionary<(string Chart, string Target), TaskCompletionSource<bool>> _done;

    /// <param name="plan">The whole plan, whose charts do not depend on each other in a circle.</param>
    /// <param name="steps">What is taken of it.</param>
    public PublishOrder(ReleasePlan plan, IEnumerable<(PlannedChart Chart, PlannedTarget Target)> steps)
    {
        _done = plan.Steps.ToDictionary(Key, static _ => new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        foreach (var step in plan.Steps.Except(steps))
        {
            // Left alone, because a target could not tell about the chart; it may be there all the same.
            End(step, step.Target.Action == ReleaseAction.Skip);
        }
    }

    /// <summary>Waits until everything the chart depends on is done at the target.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.DependencyOutOfStep"/>: something was not published.</exception>
    public async Task WaitAsync((PlannedChart Chart, PlannedTarget Target) step, CancellationToken cancellationToken)
    {
        foreach (var name in step.Target.Action == ReleaseAction.Publish ? step.Chart.DependsOn : [])
        {
            if (!await _done[(name, step.Target.Target)].Task.WaitAsync(cancellationToken).ConfigureAwait(false))
            {
                throw new ChartReleaseException(
                    FailureReason.DependencyOutOfStep,
                    $"{step.Chart.Chart} was not pushed to {step.Target.Target}: {name}, which it depends on, could not be published there.",
                    "Every chart it depends on at the target first.",
                    $"Mend what stopped {name}, then run the same command again.");
            }
        }
    }

    /// <summary>Tells those who wait.</summary>
    public void End((PlannedChart Chart, PlannedTarget Target) step, bool isThere) =>
        _done[Key(step)].TrySetResult(isThere);

    private static (string Chart, string Target) Key((PlannedChart Chart, PlannedTarget Target) step) =>
        (step.Chart.Chart.Chart.Name, step.Target.Target);
}
