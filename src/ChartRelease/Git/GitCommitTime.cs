namespace ChartRelease.Git;

/// <summary>A commit and when it was made.</summary>
/// <param name="Id">Full object id.</param>
/// <param name="CommitterTime">When it was committed, in UTC, to the second.</param>
public sealed record GitCommitTime(string Id, DateTimeOffset CommitterTime);
