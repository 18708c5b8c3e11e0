using ChartRelease.Oci;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Publishing;

/// <summary>A tag that is to hold certain content and nothing else.</summary>
/// <param name="Repository">Where it stands.</param>
/// <param name="Tag">The tag.</param>
/// <param name="IsOurs">Whether what it is found to hold is that content.</param>
/// <param name="Conflict">The failure when it is not, with both digests.</param>
internal sealed record TagClaim(
    IRepository Repository, string Tag, Func<ManifestContent, bool> IsOurs, Func<ManifestContent, ChartReleaseException> Conflict)
{
    /// <summary>The tag of a chart that is published.</summary>
    public static TagClaim Of(PackagedChart chart, IRepository repository, ContentComparison comparison) => new(
        repository,
        chart.Tag,
        found => ReleasePlanner.IsSame(chart, found.Manifest, comparison),
        found => TagConflict.Create(chart, repository, found));

    /// <summary>What the tag holds; <see langword="null"/> when it is absent.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.VersionConflict"/>: somebody else's content.</exception>
    public async Task<ManifestContent?> ResolveAsync(CancellationToken cancellationToken)
    {
        var found = await Repository.ResolveAsync(Tag, cancellationToken).ConfigureAwait(false);
        return found is null || IsOurs(found) ? found : throw Conflict(found);
    }
}
