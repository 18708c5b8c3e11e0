namespace ChartRelease.Release;

/// <summary>Where a published version comes from.</summary>
public enum VersionSource
{
    /// <summary>Chart.yaml as committed.</summary>
    Chart,

    /// <summary>A Git tag on the commit.</summary>
    Tag,

    /// <summary>The last release, the number of commits since then and the commit itself: <c>0.3.1-dev.7.g1a2b3c4</c>.</summary>
    Snapshot,
}

/// <summary>Where the versions of a build come from. No file is touched for it.</summary>
/// <param name="Version">Source of <c>version</c>.</param>
/// <param name="AppVersion">Source of <c>appVersion</c>: <see cref="VersionSource.Chart"/> or <see cref="VersionSource.Tag"/>.</param>
public sealed record VersionSources(VersionSource Version, VersionSource AppVersion)
{
    /// <summary>Chart.yaml.</summary>
    public static VersionSources Chart { get; } = new(VersionSource.Chart, VersionSource.Chart);
}
