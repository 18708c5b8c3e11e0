namespace ChartRelease.Charts;

/// <summary>
/// What helm takes from the <c>charts/</c> of a chart, at any depth: folders that are charts, <c>.tgz</c> archives, and provenance files. Entries that
/// begin with a dot or an underscore (<c>charts/.gitkeep</c>, <c>charts/_old/</c>) are not loaded, and so not packaged; anything else is refused.
/// </summary>
internal static class SubchartFiles
{
    private const string Folder = "charts/";
    private const string Archive = ".tgz";
    private const string Provenance = ".prov";

    /// <summary>The files that are loaded.</summary>
    /// <param name="files">The files that .helmignore leaves.</param>
    /// <param name="folder">The chart's folder relative to the repository root, for messages.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: something in charts/ is neither a chart nor an archive.</exception>
    public static IEnumerable<SourceFile> Select(IReadOnlyCollection<SourceFile> files, string folder)
    {
        var paths = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return files.Where(file => IsLoaded(file.Path, paths, folder));
    }

    private static bool IsLoaded(string path, HashSet<string> paths, string folder)
    {
        if (path.EndsWith(Provenance, StringComparison.Ordinal))
        {
            return true;
        }

        for (var at = 0; path.AsSpan(at).StartsWith(Folder, StringComparison.Ordinal);)
        {
            var name = at + Folder.Length;
            if (path[name] is '.' or '_')
            {
                return false;
            }

            var slash = path.IndexOf('/', name);
            if (slash < 0 ? !path.EndsWith(Archive, StringComparison.Ordinal) : !paths.Contains($"{path[..slash]}/{ChartYaml.FileName}"))
            {
                throw NoChart(ChartFolders.Combine(folder, slash < 0 ? path : path[..slash]));
            }

            if (slash < 0)
            {
                break;
            }

            at = slash + 1;
        }

        return true;
    }

    private static ChartReleaseException NoChart(string path) => new(new Failure(
        FailureReason.InvalidChart,
        $"{path} is in a charts folder and is no chart.",
        "Chart folders with a Chart.yaml and .tgz archives in charts/, which is what helm loads from there.",
        $"Move it out of charts/, or begin its name with a dot or an underscore, or leave it out with {Ignore.HelmIgnore.FileName}.")
    {
        Location = new SourceLocation(path),
    });
}
