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

    /// <summary>The charts of some folders, read on all processors.</summary>
    public IReadOnlyList<Chart> ReadAll(IEnumerable<string> folders)
    {
        List<string> all = [.. folders];
        if (all.Count > 1)
        {
            Parallel.ForEach(all, ReadAhead);
        }

        return [.. all.Select(Read)];
    }

    // Two who want the same charts share them out instead of waiting for each other at every one.
    private void ReadAhead(string folder)
    {
        var chart = new Lazy<Chart>(() => ChartReader.Read(source, folder));
        if (!_charts.TryAdd(folder, chart))
        {
            return;
        }

        try
        {
            _ = chart.Value;
        }
        catch (ChartReleaseException)
        {
            // It is kept, and comes again where the charts are taken in their order.
        }
    }
}
