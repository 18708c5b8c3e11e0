using Semver;

namespace ChartRelease.Release.ChangeLog;

/// <summary>What changed in one version.</summary>
/// <param name="Version">The version.</param>
/// <param name="Date">Day of the release, in UTC.</param>
/// <param name="Entries">The changes, newest first; at least one.</param>
public sealed record ChangeLogSection(SemVersion Version, DateOnly Date, IReadOnlyList<ChangeEntry> Entries);
