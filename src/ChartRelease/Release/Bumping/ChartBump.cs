using ChartRelease.Charts;
using ChartRelease.Release.ChangeLog;
using ChartRelease.Versioning;
using Semver;

namespace ChartRelease.Release.Bumping;

/// <summary>What is decided for a chart before anything is edited.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Facts">What was known of it.</param>
/// <param name="Next">The version it gets; its own when it need not move.</param>
/// <param name="Why">Why, in a few words.</param>
internal sealed record ChartBump(Chart Chart, VersionFacts Facts, SemVersion Next, string Why)
{
    /// <summary>New ranges of dependencies by their place in the list.</summary>
    public IReadOnlyDictionary<int, string> Ranges { get; init; } = new Dictionary<int, string>();

    /// <summary>What the change log says of it; <see langword="null"/> when none is kept.</summary>
    public ChangeLogSection? Section { get; init; }

    /// <summary>What the annotation <c>artifacthub.io/changes</c> of the last release says; <see langword="null"/> for nothing.</summary>
    public string? ReleasedChanges { get; init; }

    /// <summary>Whether its version changes.</summary>
    public bool Moves => Next != Facts.Current;
}
