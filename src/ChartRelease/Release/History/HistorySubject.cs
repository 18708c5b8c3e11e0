using Semver;

namespace ChartRelease.Release.History;

/// <summary>A chart whose history is asked for.</summary>
/// <param name="Name">Name of the chart.</param>
/// <param name="Folder">Its folder relative to the repository root; empty for the root itself.</param>
/// <param name="Version">The version in the commit.</param>
/// <param name="Dependencies">Folders of the local charts it depends on, directly or not.</param>
public sealed record HistorySubject(string Name, string Folder, SemVersion Version, IReadOnlyList<string> Dependencies);
