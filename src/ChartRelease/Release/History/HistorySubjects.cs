using ChartRelease.Charts;
using ChartRelease.Release.Dependencies;
using ChartRelease.Release.Reading;
using ChartRelease.Versioning;

namespace ChartRelease.Release.History;

/// <summary>Makes subjects of charts: adds the local charts they are made of.</summary>
internal static class HistorySubjects
{
    /// <summary>The subjects of all charts in some folders.</summary>
    /// <param name="committed">The committed charts.</param>
    /// <param name="folders">Folders of charts.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: two have one name, or one cannot be read.</exception>
    public static IReadOnlyList<HistorySubject> In(CommittedCharts committed, IEnumerable<string> folders)
    {
        List<Chart> charts = [.. committed.ReadAll(folders)];
        DistinctNames.Require(charts);
        return [.. charts.OrderBy(chart => chart.Name, StringComparer.Ordinal).Select(chart => Of(chart, committed.Source))];
    }

    /// <summary>The subject of a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="source">The committed files, in which local dependencies are followed.</param>
    public static HistorySubject Of(Chart chart, IChartSource source)
    {
        var folders = new List<string>();
        var open = new Queue<Chart>([chart]);
        while (open.TryDequeue(out var next))
        {
            var locals = next.Metadata.Dependencies.Select(dependency => LocalDependencies.FolderInside(next, dependency)).OfType<string>();
            foreach (var folder in locals.Where(folder => folder != chart.Path && !folders.Contains(folder)))
            {
                folders.Add(folder);

                // One that is gone may be vendored; whether that will do is decided where the chart is completed.
                if (source.List(folder).Any(file => file.Path == ChartYaml.FileName))
                {
                    open.Enqueue(ChartReader.Read(source, folder));
                }
            }
        }

        return new HistorySubject(chart.Name, chart.Path, ChartVersion.Parse(chart.Version), folders);
    }
}
