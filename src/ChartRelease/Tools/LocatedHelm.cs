namespace ChartRelease.Tools;

/// <summary>The helm that is used.</summary>
/// <param name="Path">Full path of the program.</param>
/// <param name="Version">Version without the <c>v</c>.</param>
/// <param name="Origin">Where it was found, in words for the log: <c>--helm</c>, <c>PATH</c> or <c>.tools</c>.</param>
public sealed record LocatedHelm(string Path, string Version, string Origin);
