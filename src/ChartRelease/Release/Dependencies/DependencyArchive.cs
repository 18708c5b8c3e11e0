using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using ChartRelease.Charts.Dependencies;

namespace ChartRelease.Release.Dependencies;

/// <summary>Looks into an archive that somebody else made before it becomes part of a chart.</summary>
internal static class DependencyArchive
{
    /// <summary>Most bytes of one.</summary>
    public const int MaximumSize = 100 * 1024 * 1024;

    /// <summary>Reads all of it, and holds its name and version against the locked ones.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: refused by the reader, or another chart.</exception>
    public static void Check(CachedArchive archive, ChartDependency locked)
    {
        VendoredChart? chart = null;
        using var content = archive.Open();
        foreach (var entry in ChartArchiveReader.Read(content).Where(entry => entry.Path == ChartYaml.FileName))
        {
            using var buffer = new MemoryStream();
            entry.Content.CopyTo(buffer);
            chart = VendoredChart.FromChartYaml(buffer.ToArray(), "", isArchive: true, $"{locked.Name}-{locked.Version}.tgz/{ChartYaml.FileName}");
        }

        // A repository may list v1.2.3 as 1.2.3.
        if (chart!.Name != locked.Name || chart.Version.TrimStart('v') != locked.Version!.TrimStart('v'))
        {
            throw new ChartReleaseException(
                FailureReason.InvalidChart,
                $"The archive is of {chart.Name} {chart.Version}.",
                $"{locked.Name} {locked.Version}, as Chart.lock names it.",
                "Tell those who publish it, or correct the dependency in Chart.yaml.");
        }
    }
}
