using Semver;

namespace ChartRelease.Charts.Dependencies;

/// <summary>What stands in the charts/ folder of a chart.</summary>
internal static class VendoredCharts
{
    private const string Folder = "charts/";
    private const string Extension = ".tgz";

    /// <summary>Path of a dependency's archive within the chart.</summary>
    public static string ArchivePath(string name, string? version) => $"{Folder}{name}-{version}{Extension}";

    /// <summary>Whether the locked dependency is there, as an archive by its name or as a folder by its Chart.yaml.</summary>
    public static bool Holds(Chart chart, ChartDependency locked) =>
        chart.Files.Any(file => file.Path == ArchivePath(locked.Name, locked.Version))
        || (FolderMetadata(chart, locked.Name) is { } metadata && metadata.Name == locked.Name && metadata.Version == locked.Version);

    /// <summary>Whether every dependency is a plain subchart: a folder in charts/ and no repository, which needs no lock.</summary>
    public static bool HoldsFolders(Chart chart, IEnumerable<ChartDependency> dependencies) => dependencies.All(dependency =>
        string.IsNullOrEmpty(dependency.Repository) && FolderMetadata(chart, dependency.Name)?.Name == dependency.Name);

    /// <summary>The archives of a locked dependency in another version than the locked ones.</summary>
    public static IEnumerable<SourceFile> Stale(Chart chart, DependencyLock locked)
    {
        var expected = locked.Dependencies.Select(dependency => ArchivePath(dependency.Name, dependency.Version)).ToHashSet(StringComparer.Ordinal);
        return chart.Files.Where(file => !expected.Contains(file.Path) && locked.Dependencies.Any(dependency => IsArchiveOf(file.Path, dependency.Name)));
    }

    private static bool IsArchiveOf(string path, string name) =>
        path.StartsWith($"{Folder}{name}-", StringComparison.Ordinal) && path.EndsWith(Extension, StringComparison.Ordinal)
        && SemVersion.TryParse(path[(Folder.Length + name.Length + 1)..^Extension.Length], SemVersionStyles.AllowV, out _);

    private static ChartMetadata? FolderMetadata(Chart chart, string name)
    {
        var path = $"{Folder}{name}/{ChartYaml.FileName}";
        return chart.Files.FirstOrDefault(file => file.Path == path) is { } file
            ? ChartYaml.Parse(chart.Source.ReadAll(file), ChartFolders.Combine(chart.Path, path)).Metadata
            : null;
    }
}
