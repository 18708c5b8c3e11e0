namespace ChartRelease.Release.Packaging;

/// <summary>The last commit that touched what a chart is made of: its folder, and whatever else in the repository goes into its archive.</summary>
/// <param name="Commit">Full commit id.</param>
/// <param name="Time">Committer time.</param>
public sealed record ChartOrigin(string Commit, DateTimeOffset Time);
