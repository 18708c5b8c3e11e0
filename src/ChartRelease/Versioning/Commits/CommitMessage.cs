namespace ChartRelease.Versioning.Commits;

/// <summary>A commit as far as versions and change logs are made from it.</summary>
/// <param name="Id">Full object id.</param>
/// <param name="Author">Name of the author.</param>
/// <param name="Text">The whole message.</param>
/// <param name="IsMerge">Whether it has several parents.</param>
public sealed record CommitMessage(string Id, string Author, string Text, bool IsMerge = false);
