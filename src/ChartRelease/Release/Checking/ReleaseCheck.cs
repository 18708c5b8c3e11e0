using ChartRelease.Release.History;

namespace ChartRelease.Release.Checking;

/// <summary>Compares each chart with its last release. Pure.</summary>
internal static class ReleaseCheck
{
    /// <summary>Checks.</summary>
    /// <exception cref="ChartReleaseException">It cannot be told what changed; see <see cref="ChartHistory.ThrowIfUnknown"/>.</exception>
    public static CheckReport Check(ReleaseHistory history)
    {
        foreach (var chart in history.Charts)
        {
            chart.ThrowIfUnknown();
        }

        return new CheckReport(null, [.. history.Charts.Select(Check)]);
    }

    private static CheckedChart Check(ChartHistory chart)
    {
        var before = chart.LastRelease?.Version;
        return new CheckedChart(chart.Name, chart.Folder, before, chart.Version, CheckedChart.Decide(chart.HasChanged == true, before, chart.Version))
        {
            Commits = chart.Commits,
        };
    }
}
