using Semver;

namespace ChartRelease.Release.History;

/// <summary>A released version of a chart, as far as it is known.</summary>
/// <param name="Version">The version.</param>
public sealed record KnownRelease(SemVersion Version)
{
    /// <summary>The Git tag that names it; <see langword="null"/> when it was found at a target only.</summary>
    public string? Tag { get; init; }

    /// <summary>
    /// Full id of the commit: of the tag, or of the last one that touched the chart when it was published, as its manifest says;
    /// <see langword="null"/> when neither is there.
    /// </summary>
    public string? Commit { get; init; }

    /// <summary>Whether the commit that is planned is made of that one, or is it. <see langword="false"/> for a release of another branch.</summary>
    public bool IsAncestor { get; init; }

    /// <summary>The targets that list the version, as written in the settings.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];
}
