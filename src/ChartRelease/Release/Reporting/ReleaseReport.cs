using ChartRelease.Oci;
using ChartRelease.Release.Dependencies;

namespace ChartRelease.Release.Reporting;

/// <summary>What a run did: the content of release.json.</summary>
/// <param name="Commit">Full id of the released commit.</param>
/// <param name="Charts">One entry per chart, by name.</param>
public sealed record ReleaseReport(string Commit, IReadOnlyList<ReportedChart> Charts);

/// <summary>One chart of a report.</summary>
public sealed record ReportedChart
{
    /// <summary>The chart's name.</summary>
    public required string Name { get; init; }

    /// <summary>The chart's version.</summary>
    public required string Version { get; init; }

    /// <summary>Its appVersion, or <see langword="null"/>.</summary>
    public required string? AppVersion { get; init; }

    /// <summary>Chart folder relative to the repository root.</summary>
    public required string Path { get; init; }

    /// <summary>What happened to it.</summary>
    public required ReportedAction Action { get; init; }

    /// <summary>Path of the archive, relative to the repository root where it stands below it.</summary>
    public required string ArchivePath { get; init; }

    /// <summary>Digest and size in bytes of the archive.</summary>
    public required Descriptor Archive { get; init; }

    /// <summary>The locked dependencies that charts/ as committed lacked, as they are in the archive. Default: none.</summary>
    public IReadOnlyList<FetchedDependency> Dependencies { get; init; } = [];

    /// <summary>One entry per target.</summary>
    public required IReadOnlyList<ReportedTarget> Targets { get; init; }
}

/// <summary>What happened to a chart at a target; over several targets, the highest of them counts.</summary>
public enum ReportedAction
{
    /// <summary>The target had it already.</summary>
    Skipped,

    /// <summary>Pushed in this run.</summary>
    Published,

    /// <summary>It could not be pushed.</summary>
    Failed,

    /// <summary>The target has other content under this version.</summary>
    Refused,
}

/// <summary>One chart at one target.</summary>
/// <param name="Target">The target, as written in the settings.</param>
/// <param name="Reference">The repository and tag.</param>
/// <param name="Action">What happened there.</param>
/// <param name="ManifestDigest">The digest the tag resolves to, as far as it is known.</param>
/// <param name="Verified">Whether it was read back and compared in this run.</param>
public sealed record ReportedTarget(string Target, string Reference, ReportedAction Action, Digest? ManifestDigest, bool Verified);
