using ChartRelease.Charts;
using ChartRelease.Git;

namespace ChartRelease.Release.Reproduction;

/// <summary>Finds a chart in a commit by its name.</summary>
internal static class RebuiltFolder
{
    /// <summary>The folder whose Chart.yaml has this name: where the settings look for charts, and only when none is there anywhere else.</summary>
    /// <param name="name">The chart's name.</param>
    /// <param name="globs">Where the settings look.</param>
    /// <param name="committed">The commit.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.ChartNotFound"/>: none, or several.</exception>
    public static string Find(string name, IReadOnlyList<string> globs, GitChartSource committed)
    {
        var folders = ChartFinder.FindAll(committed.Tree.Entries.Select(entry => entry.Path));
        var usual = folders.Where(folder => ChartFinder.IsMatch(folder, globs)).ToList();
        var found = Named(name, usual, committed);
        found = found.Count > 0 ? found : Named(name, folders.Except(usual), committed);
        return found.Count == 1 ? found[0] : throw new ChartReleaseException(
            FailureReason.ChartNotFound,
            found.Count == 0
                ? $"Commit {committed.Tree.Commit} has no chart named \"{name}\"."
                : $"Commit {committed.Tree.Commit} has several charts named \"{name}\": {string.Join(", ", found)}.",
            "One folder with a Chart.yaml of that name.",
            found.Count == 0
                ? "Name the commit that the chart was built of with --commit=REV, or leave the chart out with --charts."
                : "Name the folder of the released one with charts in chart-release.yaml.");
    }

    private static List<string> Named(string name, IEnumerable<string> folders, GitChartSource committed) =>
        [.. folders.Where(folder => NameOf(folder, committed) == name)];

    // A Chart.yaml that cannot be read, in a folder of tests for example, is not the one that was released.
    private static string? NameOf(string folder, GitChartSource committed)
    {
        try
        {
            var path = ChartFolders.Combine(folder, ChartYaml.FileName);
            var entry = committed.Tree.Entries.First(entry => entry.Path == path);
            return ChartYaml.Parse(committed.ReadAll(new SourceFile(ChartYaml.FileName, entry.Size, entry.Id)), path).Metadata.Name;
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.InvalidChart)
        {
            return null;
        }
    }
}
