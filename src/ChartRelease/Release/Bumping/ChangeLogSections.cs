using ChartRelease.Release.ChangeLog;
using ChartRelease.Release.History;
using ChartRelease.Versioning.Commits;

namespace ChartRelease.Release.Bumping;

/// <summary>Says what the change log of each bumped chart says of its new version. Pure.</summary>
internal static class ChangeLogSections
{
    /// <param name="bump">The chart.</param>
    /// <param name="history">Its history, or <see langword="null"/>.</param>
    /// <param name="moved">The local charts it depends on that get a new version too.</param>
    /// <param name="date">Day of the release.</param>
    public static ChangeLogSection Of(ChartBump bump, ChartHistory? history, IEnumerable<ChartBump> moved, DateOnly date)
    {
        // A release tells everything since the last one, also what its prereleases told.
        var commits = history is null ? [] : bump.Next.IsPrerelease ? history.Commits : history.CommitsSinceStable;
        var changes = CommitChanges.Of([.. commits.Where(commit => commit.IsOwn).Select(ChartMessages.Of)]);
        return new ChangeLogSection(bump.Next, date, ChangeEntries.Of(changes, moved.Select(on => $"{on.Chart.Name} to {on.Next}")));
    }
}
