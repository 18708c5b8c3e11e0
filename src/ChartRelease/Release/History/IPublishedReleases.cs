using Semver;

namespace ChartRelease.Release.History;

/// <summary>What the targets say of released versions.</summary>
internal interface IPublishedReleases
{
    /// <summary>Lists the versions of a chart; one request per target. A target that cannot is part of the answer.</summary>
    Task<PublishedVersions> ListAsync(string chart, CancellationToken cancellationToken);

    /// <summary>
    /// The commit a version was published from, as its manifest says (<c>org.opencontainers.image.revision</c>); <see langword="null"/> when it
    /// does not say, or the target could not tell.
    /// </summary>
    Task<string?> RevisionAsync(string chart, SemVersion version, string target, CancellationToken cancellationToken);
}
