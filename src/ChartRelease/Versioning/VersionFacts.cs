using ChartRelease.Versioning.Commits;
using Semver;

namespace ChartRelease.Versioning;

/// <summary>What is known of a chart before its next version is decided.</summary>
/// <param name="Current">Version in Chart.yaml.</param>
/// <param name="Released">Its last release on this line of history; <see langword="null"/> when it was never released.</param>
/// <param name="Changes">
/// What changed since then, newest first; empty when it changed and no commit says how; <see langword="null"/> when it did not change.
/// </param>
public sealed record VersionFacts(SemVersion Current, SemVersion? Released, IReadOnlyList<CommitChange>? Changes)
{
    /// <summary>The higher one of <see cref="Current"/> and <see cref="Released"/>.</summary>
    public SemVersion Highest => Released is not null && Released.ComparePrecedenceTo(Current) > 0 ? Released : Current;
}
