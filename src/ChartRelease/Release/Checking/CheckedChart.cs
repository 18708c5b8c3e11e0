using ChartRelease.Release.History;
using Semver;

namespace ChartRelease.Release.Checking;

/// <summary>What a check says of a chart.</summary>
public enum CheckVerdict
{
    /// <summary>Nothing that is released of it changed.</summary>
    Unchanged,

    /// <summary>It was not there before, or never released.</summary>
    New,

    /// <summary>It changed, and its version is higher than before.</summary>
    Raised,

    /// <summary>It changed, and its version is not higher than before.</summary>
    BumpNeeded,
}

/// <summary>A chart that was checked.</summary>
/// <param name="Name">Name of the chart.</param>
/// <param name="Folder">Its folder relative to the repository root; empty for the root itself.</param>
/// <param name="Before">The version it had, or that was released last; <see langword="null"/> for a new chart.</param>
/// <param name="Version">The version in the commit.</param>
/// <param name="Verdict">What the check says.</param>
public sealed record CheckedChart(string Name, string Folder, SemVersion? Before, SemVersion Version, CheckVerdict Verdict)
{
    /// <summary>The commits that touched it since; told where a version has to be raised.</summary>
    public IReadOnlyList<ChartCommit> Commits { get; init; } = [];

    /// <summary>What is said of a chart.</summary>
    /// <param name="hasChanged">Whether it changed.</param>
    /// <param name="before">The version it had.</param>
    /// <param name="version">The version it has.</param>
    public static CheckVerdict Decide(bool hasChanged, SemVersion? before, SemVersion version) =>
        before is null ? CheckVerdict.New
        : !hasChanged ? CheckVerdict.Unchanged
        : version.ComparePrecedenceTo(before) > 0 ? CheckVerdict.Raised
        : CheckVerdict.BumpNeeded;
}
