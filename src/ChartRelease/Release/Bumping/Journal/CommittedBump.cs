using System.Text;
using ChartRelease.Git;

namespace ChartRelease.Release.Bumping.Journal;

/// <summary>A version change that an earlier run committed, and did not live to report.</summary>
/// <param name="Journal">What it was.</param>
/// <param name="Commit">The commit, which HEAD names.</param>
internal sealed record CommittedBump(BumpJournal Journal, GitTip Commit)
{
    /// <summary>The charts with the lines that changed.</summary>
    /// <param name="root">Full path of the repository root, where the files are as committed.</param>
    public IReadOnlyList<BumpedChart> Charts(string root)
    {
        var files = new WorkTreeFiles(root);
        return [.. Journal.Charts.Select(chart => chart with { Changes = Changes(chart.File) })];

        IReadOnlyList<ChangedLine> Changes(string path) =>
            Journal.Files.FirstOrDefault(file => file.Path == path) is { Before: { } before } && files.Read(path) is { } now
                ? LineChanges.Of(Encoding.UTF8.GetString(before), Encoding.UTF8.GetString(now))
                : [];
    }
}
