namespace ChartRelease.Git;

/// <summary>A commit.</summary>
/// <param name="Id">Full object id.</param>
/// <param name="CommitterTime">When it was committed, in UTC, to the second.</param>
/// <param name="Author">Name of the author.</param>
/// <param name="Subject">First paragraph of the message on one line.</param>
public sealed record GitCommit(string Id, DateTimeOffset CommitterTime, string Author, string Subject);

/// <summary>A tag that names a commit.</summary>
/// <param name="Name">Name without <c>refs/tags/</c>.</param>
/// <param name="Commit">Full id of the commit, also of an annotated tag.</param>
/// <param name="IsAnnotated">Whether it is a tag object with a message.</param>
public sealed record GitTag(string Name, string Commit, bool IsAnnotated);

/// <summary>A change that is not committed.</summary>
/// <param name="Path">Path relative to the repository root, with <c>/</c> separators.</param>
/// <param name="State">The two letters of <c>git status</c>, index and working tree, for example <c>.M</c> or <c>??</c>.</param>
public sealed record GitChange(string Path, string State);
