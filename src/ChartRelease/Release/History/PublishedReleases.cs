using ChartRelease.Oci;
using ChartRelease.Release.Planning;
using ChartRelease.Versioning;
using Semver;

namespace ChartRelease.Release.History;

/// <summary>Asks the targets of a run.</summary>
internal sealed class PublishedReleases(Targets targets, TargetStates states, Deadlines deadlines) : IPublishedReleases
{
    private const string Revision = "org.opencontainers.image.revision";

    /// <inheritdoc/>
    public async Task<PublishedVersions> ListAsync(string chart, CancellationToken cancellationToken)
    {
        var found = new Dictionary<SemVersion, List<string>>();
        var answered = new List<string>();
        Failure? failure = null;
        foreach (var (name, target) in targets.All)
        {
            var repository = target.Repository(chart);
            try
            {
                var versions = await deadlines.RunAsync(repository.Reference, stop => ListAsync(repository, stop), cancellationToken).ConfigureAwait(false);
                answered.Add(name);
                foreach (var version in versions)
                {
                    (found.TryGetValue(version, out var there) ? there : found[version] = []).Add(name);
                }
            }
            catch (ChartReleaseException exception)
            {
                failure ??= exception.Failure;
            }
        }

        return new PublishedVersions(found.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value), answered, failure);
    }

    /// <inheritdoc/>
    public async Task<string?> RevisionAsync(string chart, SemVersion version, string target, CancellationToken cancellationToken)
    {
        var state = await states.AskAsync(target, chart, Tag.FromVersion(version.ToString()), cancellationToken).ConfigureAwait(false);
        return state.Published?.Manifest.Annotations.GetValueOrDefault(Revision);
    }

    // Other tags of the repository are none of ours: latest, lists of referrers, signatures, versions that only helm takes. And snapshots are no releases.
    private static async Task<HashSet<SemVersion>> ListAsync(IRepository repository, CancellationToken cancellationToken)
    {
        var versions = new HashSet<SemVersion>();
        await foreach (var tag in repository.ListTagsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (SemVersion.TryParse(Tag.ToVersion(tag), SemVersionStyles.Strict, out var version) && !SnapshotVersion.IsSnapshot(version))
            {
                versions.Add(version);
            }
        }

        return versions;
    }
}
