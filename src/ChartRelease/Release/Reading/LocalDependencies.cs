using ChartRelease.Charts;

namespace ChartRelease.Release.Reading;

/// <summary>Finds the charts of the same repository that a chart depends on with <c>file://</c>. Pure.</summary>
internal static class LocalDependencies
{
    private const string Scheme = "file://";

    /// <summary>Their folders, relative to the repository root.</summary>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.InvalidChart"/>: one leads out of the repository, so that the result would depend on the machine.
    /// </exception>
    public static IReadOnlyList<string> FoldersOf(Chart chart) =>
    [
        .. chart.Metadata.Dependencies
            .Select(dependency => FolderOf(chart, dependency))
            .OfType<string>()
            .Where(folder => folder != chart.Path)
            .Distinct(),
    ];

    /// <summary>The folder of one dependency; <see langword="null"/> when it is not one by path.</summary>
    /// <exception cref="ChartReleaseException">See <see cref="FoldersOf"/>.</exception>
    public static string? FolderOf(Chart chart, ChartDependency dependency) =>
        dependency.Repository?.StartsWith(Scheme, StringComparison.Ordinal) == true
            ? Resolve(chart.Path, dependency.Repository[Scheme.Length..]) ?? throw Outside(chart, dependency)
            : null;

    /// <summary>The folder of one dependency; <see langword="null"/> when it is not one by path, or leads out of the repository, where a vendored copy may do.</summary>
    public static string? FolderInside(Chart chart, ChartDependency dependency) =>
        dependency.Repository?.StartsWith(Scheme, StringComparison.Ordinal) == true ? Resolve(chart.Path, dependency.Repository[Scheme.Length..]) : null;

    private static string? Resolve(string folder, string relative)
    {
        if (relative.StartsWith('/'))
        {
            return null;
        }

        var segments = new Stack<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var segment in relative.Split('/').Where(segment => segment is not ("" or ".")))
        {
            if (segment != "..")
            {
                segments.Push(segment);
            }
            else if (!segments.TryPop(out _))
            {
                return null;
            }
        }

        return string.Join('/', segments.Reverse());
    }

    private static ChartReleaseException Outside(Chart chart, ChartDependency dependency) => new(new Failure(
        FailureReason.InvalidChart,
        $"{chart.Name} depends on {dependency.Name} at {dependency.Repository}, which is not below the repository.",
        "A dependency in the repository, by a path relative to the chart, or in a chart repository or registry.",
        "Correct the dependency's repository in Chart.yaml, or commit the dependency below charts/.")
    {
        Location = new SourceLocation(ChartFolders.Combine(chart.Path, ChartYaml.FileName)),
    });
}
