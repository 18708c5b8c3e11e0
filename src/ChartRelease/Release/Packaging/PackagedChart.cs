using ChartRelease.Charts;
using ChartRelease.Oci;

namespace ChartRelease.Release.Packaging;

/// <summary>A chart with everything that would be published of it.</summary>
public sealed record PackagedChart
{
    /// <summary>The chart.</summary>
    public required Chart Chart { get; init; }

    /// <summary>The last commit that touched it; <see langword="null"/> for uncommitted content.</summary>
    public required ChartOrigin? Origin { get; init; }

    /// <summary>Full path of the archive.</summary>
    public required string ArchivePath { get; init; }

    /// <summary>The archive.</summary>
    public required Blob Archive { get; init; }

    /// <summary>Chart.yaml as JSON.</summary>
    public required Blob Config { get; init; }

    /// <summary>The manifest that names both.</summary>
    public required Blob Manifest { get; init; }

    /// <summary>The tag: the version, <c>+</c> written as <c>_</c>.</summary>
    public string Tag => Oci.Tag.FromVersion(Chart.Version);

    /// <summary><c>NAME VERSION</c>, for messages.</summary>
    public override string ToString() => $"{Chart.Name} {Chart.Version}";
}
