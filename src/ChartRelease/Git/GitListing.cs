using ChartRelease.Charts;

namespace ChartRelease.Git;

/// <summary>What stands below a folder of a commit, links followed.</summary>
/// <param name="Files">The files.</param>
/// <param name="Followed">Paths of link targets, and of links on the way to them, relative to the root.</param>
internal sealed record GitListing(List<SourceFile> Files, HashSet<string> Followed);
