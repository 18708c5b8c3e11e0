namespace ChartRelease.Charts;

/// <summary>Finds the chart folders that a repository releases. It decides on a list of paths; whoever calls it made the list.</summary>
public static class ChartFinder
{
    /// <summary>Where charts are looked for unless a setting says otherwise.</summary>
    public static IReadOnlyList<string> DefaultGlobs { get; } = ["helm/*", "charts/*"];

    /// <summary>Finds the folders with a Chart.yaml that match; a subchart in the <c>charts/</c> of another chart is not one of its own.</summary>
    /// <param name="paths">
    /// Every file path of the tree, relative to the repository root, with <c>/</c> separators; those that are not named Chart.yaml are
    /// ignored, so that one listing of a Git tree serves all charts.
    /// </param>
    /// <param name="globs">Folders or globs: <c>helm/*</c>, <c>deploy/**</c>, <c>charts/web</c>, <c>.</c> for the root.</param>
    /// <returns>Folders in ordinal order, at least one; the root is the empty text.</returns>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.ChartNotFound"/>: nothing matches, or a folder named exactly has no Chart.yaml.
    /// <see cref="FailureReason.InvalidSettings"/>: a glob is malformed.
    /// </exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths, IReadOnlyList<string> globs)
    {
        var patterns = globs.Select(ChartGlob.Parse).ToList();
        var folders = WithChartYaml(paths);
        var charts = folders.Where(folder => !IsSubchart(folder, folders)).ToList();
        if (patterns.Find(pattern => pattern.IsExact && !folders.Any(pattern.IsMatch)) is { } missing)
        {
            throw NotFound($"The folder \"{missing.Text}\" has no Chart.yaml.", charts);
        }

        var found = folders.Where(folder => patterns.Exists(pattern => pattern.IsMatch(folder) && (pattern.IsExact || charts.Contains(folder)))).ToList();
        found.Sort(StringComparer.Ordinal);
        return found.Count > 0 ? found : throw NotFound($"No chart folder matches {string.Join(", ", globs)}.", charts);
    }

    /// <summary>Every folder with a Chart.yaml that is no subchart, wherever it stands.</summary>
    /// <param name="paths">Every file path of the tree.</param>
    /// <returns>Folders in ordinal order; the root is the empty text.</returns>
    public static IReadOnlyList<string> FindAll(IEnumerable<string> paths)
    {
        var folders = WithChartYaml(paths);
        return [.. folders.Where(folder => !IsSubchart(folder, folders)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether a folder matches one of these globs.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>: a glob is malformed.</exception>
    public static bool IsMatch(string folder, IEnumerable<string> globs) => globs.Select(ChartGlob.Parse).Any(glob => glob.IsMatch(folder));

    private static HashSet<string> WithChartYaml(IEnumerable<string> paths) =>
        paths.Where(path => ChartFolders.Name(path) == ChartYaml.FileName).Select(ChartFolders.Parent).ToHashSet(StringComparer.Ordinal);

    private static bool IsSubchart(string folder, HashSet<string> folders)
    {
        for (var holder = ChartFolders.Parent(folder); holder.Length > 0; holder = ChartFolders.Parent(holder))
        {
            if (ChartFolders.Name(holder) == "charts" && folders.Contains(ChartFolders.Parent(holder)))
            {
                return true;
            }
        }

        return false;
    }

    private static ChartReleaseException NotFound(string found, List<string> charts) => new(
        FailureReason.ChartNotFound,
        found,
        "At least one folder with a Chart.yaml that is committed.",
        charts.Count == 0
            ? "Create one, for example with \"helm create helm/NAME\", and commit it; where charts stand elsewhere, name their folders with --charts=GLOB, or with charts in chart-release.yaml."
            : $"Name the folders to release: --charts={string.Join(',', charts.Order(StringComparer.Ordinal).Take(10).Select(folder => folder.Length == 0 ? "." : folder))}, or charts in chart-release.yaml.");
}
