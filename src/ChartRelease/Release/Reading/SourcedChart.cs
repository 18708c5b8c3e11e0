using ChartRelease.Charts;
using ChartRelease.Release.Dependencies;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Release.Reading;

/// <summary>A chart and the commit it comes from.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Origin">The last commit that touched it; <see langword="null"/> for uncommitted content.</param>
public sealed record SourcedChart(Chart Chart, ChartOrigin? Origin)
{
    /// <summary>What charts/ as committed lacked of Chart.lock. Default: nothing.</summary>
    public IReadOnlyList<FetchedDependency> Dependencies { get; init; } = [];
}
