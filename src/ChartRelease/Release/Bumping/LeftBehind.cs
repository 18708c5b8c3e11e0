using ChartRelease.Charts;
using ChartRelease.Oci;

namespace ChartRelease.Release.Bumping;

/// <summary>Finds charts that depend on a bumped one and are not part of the run, so that they do not follow.</summary>
internal static class LeftBehind
{
    /// <summary>One sentence for each, by folder; one that cannot be read says nothing.</summary>
    /// <param name="bumps">What was decided for the charts of the run.</param>
    /// <param name="source">The files.</param>
    /// <param name="elsewhere">Folders of the charts that are not part of it.</param>
    /// <param name="targets">Where charts are published to.</param>
    public static IReadOnlyList<string> Find(
        IReadOnlyList<ChartBump> bumps, IChartSource source, IEnumerable<string> elsewhere, IEnumerable<TargetReference> targets)
    {
        var moved = bumps.Where(bump => bump.Moves).ToDictionary(bump => bump.Chart.Path, StringComparer.Ordinal);
        if (moved.Count == 0)
        {
            return [];
        }

        List<Chart> others = [.. elsewhere.Select(folder => Read(source, folder)).OfType<Chart>()];
        var links = new LocalLinks([.. moved.Values.Select(bump => bump.Chart), .. others], targets);
        return
        [
            .. others
                .Select(chart => (Chart: chart, On: links.Of(chart).Where(link => moved.ContainsKey(link.On.Path)).Select(link => moved[link.On.Path]).ToList()))
                .Where(found => found.On.Count > 0)
                .Select(found => Told(found.Chart, found.On)),
        ];
    }

    private static string Told(Chart chart, IEnumerable<ChartBump> on) =>
        $"{chart.Name} depends on {string.Join(", ", on.Select(bump => $"{bump.Chart.Name} {bump.Next}"))} and is not among the charts of this run, "
        + $"so its version and ranges stay. To have it follow in the same commit, name {(chart.Path.Length > 0 ? chart.Path : ".")} in --charts too.";

    private static Chart? Read(IChartSource source, string folder)
    {
        try
        {
            return ChartReader.Read(source, folder);
        }
        catch (ChartReleaseException)
        {
            return null;
        }
    }
}
