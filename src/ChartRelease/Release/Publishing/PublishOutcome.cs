using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Publishing;

/// <summary>What came of one step of a plan.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Target">The target and what was planned there.</param>
/// <param name="Failure">Why it was not published, or <see langword="null"/> when the step is done.</param>
public sealed record PublishOutcome(PlannedChart Chart, PlannedTarget Target, Failure? Failure)
{
    /// <summary>Whether somebody else had written the same when the tag was about to be written. Default <see langword="false"/>.</summary>
    public bool FoundSame { get; init; }

    /// <summary>
    /// When the tag can be trusted: a timestamp of the run's <see cref="TimeProvider"/>; <see langword="null"/> when nobody can move it.
    /// </summary>
    internal long? SettledAt { get; init; }
}
