using ChartRelease.Charts;
using ChartRelease.Oci;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.Reading;

namespace ChartRelease.Release.Sharding;

/// <summary>Limits a run to the charts of its shard.</summary>
internal static class ShardedState
{
    /// <summary>What a chart costs beside its bytes: some requests.</summary>
    private const long CostOfChart = 64 * 1024;

    /// <summary>The state with the chart folders of the shard; those that are not committed are in every shard, to be refused there.</summary>
    /// <param name="state">The repository.</param>
    /// <param name="committed">The committed files.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="targets">Where charts are published to.</param>
    public static RepositoryState Limit(RepositoryState state, IChartSource committed, Shard shard, IReadOnlyList<TargetReference> targets)
    {
        var there = state.Tree.Entries.Select(entry => entry.Path).ToHashSet(StringComparer.Ordinal);
        List<Chart> charts =
        [
            .. state.Folders
                .Where(folder => there.Contains(ChartFolders.Combine(folder, ChartYaml.FileName)))
                .Select(folder => ChartReader.Read(committed, folder)),
        ];
        var links = new LocalLinks(charts, targets);
        var work = charts.Select(chart => new Work(
            chart.Path, CostOfChart + chart.Files.Sum(file => file.Size), [.. links.Of(chart).Select(link => link.On.Path)]));
        var own = Partition.Share([.. work], shard.Count)[shard.Index - 1].ToHashSet(StringComparer.Ordinal);
        var elsewhere = charts.Select(chart => chart.Path).Where(folder => !own.Contains(folder)).ToHashSet(StringComparer.Ordinal);
        return state with { Folders = [.. state.Folders.Where(folder => !elsewhere.Contains(folder))] };
    }
}
