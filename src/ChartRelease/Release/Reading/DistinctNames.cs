using ChartRelease.Charts;

namespace ChartRelease.Release.Reading;

/// <summary>Sees to it that no two charts of a run have one name. Pure.</summary>
internal static class DistinctNames
{
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>.</exception>
    public static void Require(IEnumerable<Chart> charts)
    {
        if (charts.GroupBy(chart => chart.Name).FirstOrDefault(group => group.Count() > 1) is { } twins)
        {
            throw new ChartReleaseException(
                FailureReason.InvalidChart,
                $"Several charts are named \"{twins.Key}\": {string.Join(", ", twins.Select(chart => chart.Path))}.",
                "Charts with names of their own: each name is one repository of the target.",
                $"Rename one, or pick one with --charts={twins.First().Path}.");
        }
    }
}
