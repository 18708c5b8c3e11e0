namespace ChartRelease.Release.Reading;

/// <summary>What a run releases: the charts of one commit.</summary>
/// <param name="Root">Full path of the repository root.</param>
/// <param name="Commit">Full id of the commit.</param>
/// <param name="Charts">The charts, by name.</param>
public sealed record ReleaseSource(string Root, string Commit, IReadOnlyList<SourcedChart> Charts);
