using ChartRelease.Git;

namespace ChartRelease.Release.History;

/// <summary>A commit that touched a chart.</summary>
/// <param name="Commit">The commit, with its whole message.</param>
/// <param name="IsOwn">Whether it touched the chart's own folder; otherwise only charts of the repository that it depends on.</param>
public sealed record ChartCommit(GitCommit Commit, bool IsOwn);
