using ChartRelease.Charts;
using ChartRelease.Charts.Dependencies;

namespace ChartRelease.Release.Dependencies;

/// <summary>Finds the charts of the same repository that a chart depends on with <c>file://</c>.</summary>
internal static class LocalDependencies
{
    private const string Scheme = "file://";

    /// <summary>Whether a dependency is a chart of the same repository.</summary>
    public static bool Is(ChartDependency dependency) => dependency.Repository?.StartsWith(Scheme, StringComparison.Ordinal) == true;

    /// <summary>The folder of one, relative to the repository root.</summary>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.InvalidChart"/>: it leads out of the repository, so that the result would depend on the machine.
    /// </exception>
    public static string FolderOf(Chart chart, ChartDependency dependency) =>
        Resolve(chart.Path, dependency.Repository![Scheme.Length..]) ?? throw Outside(chart, dependency);

    /// <summary>The folder of one; <see langword="null"/> when it is no chart of the repository, or leads out of it, where a vendored copy may do.</summary>
    public static string? FolderInside(Chart chart, ChartDependency dependency) =>
        Is(dependency) ? Resolve(chart.Path, dependency.Repository![Scheme.Length..]) : null;

    /// <summary>The folders of all that Chart.yaml names, whether charts/ holds them or not.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: see <see cref="FolderOf"/>.</exception>
    public static IReadOnlyList<string> FoldersOf(Chart chart) =>
        [.. chart.Metadata.Dependencies.Where(Is).Select(dependency => FolderOf(chart, dependency)).Where(folder => folder != chart.Path).Distinct()];

    /// <summary>The folders of those that charts/ lacks, and of those they lack in turn: what they hold becomes part of the chart.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>, <see cref="FailureReason.ChartNotFound"/>.</exception>
    public static IReadOnlyCollection<string> NeededBy(Chart chart)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Collect(chart, found);
        return found;
    }

    private static void Collect(Chart chart, HashSet<string> found)
    {
        if (DependencyLock.StateOf(chart) != DependencyState.Incomplete)
        {
            return;
        }

        foreach (var folder in DependencyLock.Read(chart)!.Missing(chart).Where(Is).Select(dependency => FolderOf(chart, dependency)))
        {
            if (folder != chart.Path && found.Add(folder))
            {
                Collect(ChartReader.Read(chart.Source, folder), found);
            }
        }
    }

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
