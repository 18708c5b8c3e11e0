using ChartRelease.Charts;

namespace ChartRelease.Release.Dependencies;

/// <summary>A chart with everything that Chart.lock names in its charts/.</summary>
/// <param name="Chart">The chart; the one that was given when it lacked nothing.</param>
/// <param name="Fetched">What was added, and what was added to that in turn.</param>
internal sealed record CompletedChart(Chart Chart, IReadOnlyList<FetchedDependency> Fetched);
