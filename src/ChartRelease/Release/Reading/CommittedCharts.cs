using System.Collections.Concurrent;
using ChartRelease.Charts;
using ChartRelease.Git;

namespace ChartRelease.Release.Reading;

/// <summary>The charts of a commit, each read once, whoever asks. Safe for several threads.</summary>
/// <param name="source">The committed files.</param>
internal sealed class CommittedCharts(GitChartSource source)
{
    private readonly ConcurrentDictionary<string, Lazy<Chart>> _charts = new(StringComparer.Ordinal);

    /// <summary>The committed files.</summary>
    public GitChartSource Source => source;

    /// <summary>The chart of a folder; see <see cref="ChartReader.Read"/>.</summary>
    public Chart Read(string folder) => _charts.GetOrAdd(folder, key => new Lazy<Chart>(() => ChartReader.Read(source, key))).Value;
}
