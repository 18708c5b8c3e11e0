using ChartRelease.Charts;

namespace ChartRelease.Release.Packaging;

/// <summary>Copies a chart's files to a folder of their own, for the helm client to work on.</summary>
internal static class ChartStaging
{
    // The same constant as in our archives: helm stamps what it packages with the files' times.
    private static readonly DateTime Stamp = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Writes every file of the chart below <c>FOLDER/NAME</c>.</summary>
    /// <returns>Full path of the staged chart.</returns>
    public static string Export(Chart chart, string folder, CancellationToken cancellationToken)
    {
        var target = Path.Combine(folder, chart.Name);
        ExportTo(chart, target, cancellationToken);
        return target;
    }

    /// <summary>Writes every file of the chart into a folder.</summary>
    public static void ExportTo(Chart chart, string target, CancellationToken cancellationToken)
    {
        foreach (var (file, content) in chart.ReadFiles())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = Path.Combine(target, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var copy = File.Create(path))
            {
                content.CopyTo(copy);
            }

            File.SetLastWriteTimeUtc(path, Stamp);
        }
    }
}
