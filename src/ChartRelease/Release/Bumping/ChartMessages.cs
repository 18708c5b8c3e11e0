using ChartRelease.Release.History;
using ChartRelease.Versioning.Commits;

namespace ChartRelease.Release.Bumping;

/// <summary>Commits of a chart as versions are decided from them.</summary>
internal static class ChartMessages
{
    public static CommitMessage Of(ChartCommit commit) =>
        new(commit.Commit.Id, commit.Commit.Author, $"{commit.Commit.Subject}\n\n{commit.Commit.Body}", commit.Commit.IsMerge);
}
