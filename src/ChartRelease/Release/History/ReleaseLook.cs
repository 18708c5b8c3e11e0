using ChartRelease.Git;

namespace ChartRelease.Release.History;

/// <summary>Finds out which release of a chart was its last, asking manifests only where tags leave it open.</summary>
/// <param name="history">The commits that lead to the one that is planned.</param>
/// <param name="expectsTags">Whether the settings say how tags are named.</param>
/// <param name="published">What the targets say.</param>
internal sealed class ReleaseLook(GitHistory history, bool expectsTags, IPublishedReleases published)
{
    public async Task<ChartHistory> ChooseAsync(
        HistorySubject chart, IReadOnlyList<KnownRelease> tagged, PublishedVersions listed, CancellationToken cancellationToken)
    {
        var choice = new ReleaseChoice(chart, [.. tagged.Select(release => release with { IsAncestor = history.Contains(release.Commit!) })], listed);
        var looked = new List<KnownRelease>();
        foreach (var version in choice.Doubtful())
        {
            var targets = listed.Targets[version];
            var revision = await published.RevisionAsync(chart.Name, version, targets[0], cancellationToken).ConfigureAwait(false);
            looked.Add(new KnownRelease(version) { Commit = revision, IsAncestor = revision is not null && history.Contains(revision), Targets = targets });
        }

        var decided = choice.Decide(looked);
        if (history.IsShallow && Hidden(decided) is { } hidden)
        {
            throw Shallow(chart, hidden);
        }

        return decided with { Notices = ReleaseDisagreement.Describe(decided, listed.Answered, expectsTags) };
    }

    // What a shallow clone does not hold may be another branch's, or may lie behind the boundary.
    private string? Hidden(ChartHistory chart) =>
        chart.Releases.FirstOrDefault(release => release is { Commit: not null, IsAncestor: false }
            && (chart.Base is not { } known || release.Version.ComparePrecedenceTo(known.Version) > 0)) is { } behind
            ? $"{behind.Version} was released from {behind.Commit}, which it does not reach"
            : expectsTags && chart.Base is null ? "it has no Git tag of a release, and tags may have been left out" : null;

    private static ChartReleaseException Shallow(HistorySubject chart, string hidden) => new(
        FailureReason.ShallowClone,
        $"This is a shallow clone, and what changed in {chart.Name} since its last release cannot be told: {hidden}.",
        "The history and the tags back to the last release of every chart.",
        "Fetch them: git fetch --unshallow --tags; in GitHub Actions set 'fetch-depth: 0' for actions/checkout.");
}
