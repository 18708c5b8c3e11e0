using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Publishing;

/// <summary>What came of one step of a plan.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Target">The target and what was planned there.</param>
/// <param name="Failure">Why it was not published, or <see langword="null"/> when the step is done.</param>
public sealed record PublishOutcome(PlannedChart Chart, PlannedTarget Target, Failure? Failure);
