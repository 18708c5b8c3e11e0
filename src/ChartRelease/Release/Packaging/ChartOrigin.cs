namespace ChartRelease.Release.Packaging;

/// <summary>The last commit that touched a chart's folder.</summary>
/// <param name="Commit">Full commit id.</param>
/// <param name="Time">Committer time.</param>
public sealed record ChartOrigin(string Commit, DateTimeOffset Time);
