using Semver;

namespace ChartRelease.Release.History;

/// <summary>Decides which release of a chart was the last before a commit. Pure.</summary>
/// <param name="subject">The chart.</param>
/// <param name="tagged">The releases that Git tags name, each marked as ancestor or not.</param>
/// <param name="published">What the targets list.</param>
internal sealed class ReleaseChoice(HistorySubject subject, IReadOnlyList<KnownRelease> tagged, PublishedVersions published)
{
    private readonly HashSet<SemVersion> _tagged = [.. tagged.Select(release => release.Version)];

    /// <summary>
    /// Listed versions without a Git tag that may be the last release, so that their manifests have to be asked for a commit: the highest, and
    /// the highest up to the version in the commit, if they are above what is tagged.
    /// </summary>
    public IReadOnlyList<SemVersion> Doubtful()
    {
        var floor = Newest(tagged.Where(release => release.IsAncestor))?.Version;
        var above = published.Targets.Keys
            .Where(version => !_tagged.Contains(version) && (floor is null || version.ComparePrecedenceTo(floor) > 0))
            .OrderDescending(SemVersion.PrecedenceComparer)
            .ToList();
        return [.. above.Take(1).Concat(above.Where(version => version.ComparePrecedenceTo(subject.Version) <= 0).Take(1)).Distinct()];
    }

    /// <summary>Puts the releases together.</summary>
    /// <param name="looked">The doubtful ones, with what their manifests say.</param>
    public ChartHistory Decide(IReadOnlyList<KnownRelease> looked)
    {
        var releases = tagged.Select(release => release with { Targets = published.Targets.GetValueOrDefault(release.Version, []) })
            .Concat(looked)
            .Concat(published.Targets
                .Where(pair => !_tagged.Contains(pair.Key) && looked.All(release => release.Version != pair.Key))
                .Select(pair => new KnownRelease(pair.Key) { Targets = pair.Value }))
            .OrderByDescending(release => release.Version, SemVersion.SortOrderComparer)
            .ToList();
        var known = releases.Where(release => release.IsAncestor).ToList();
        return new ChartHistory
        {
            Name = subject.Name,
            Folder = subject.Folder,
            Version = subject.Version,
            Releases = releases,

            // What comes from another branch is no predecessor; what comes from nobody knows where may be.
            LastRelease = Newest([.. known, .. looked.Where(release => release.Commit is null)]),
            Base = Newest(known),
            StableBase = Newest(known.Where(release => !release.Version.IsPrerelease)),
            Failure = published.Failure,
        };
    }

    private static KnownRelease? Newest(IEnumerable<KnownRelease> releases) =>
        releases.MaxBy(release => release.Version, SemVersion.SortOrderComparer);
}
