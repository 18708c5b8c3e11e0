using ChartRelease.Git;
using ChartRelease.Versioning;

namespace ChartRelease.Release.History;

/// <summary>The releases that Git tags name. Pure.</summary>
internal sealed class TaggedReleases
{
    private const int MostNamed = 5;

    private readonly Dictionary<string, List<(KnownRelease Release, int Rank)>> _charts = new(StringComparer.Ordinal);
    private readonly List<string> _alike = [];
    private readonly List<string> _notices = [];

    private TaggedReleases()
    {
    }

    /// <summary>Whether any tag names a release.</summary>
    public bool Any => _charts.Count > 0;

    /// <summary>What a user should know: tags that are no versions, versions with two tags.</summary>
    public IReadOnlyList<string> Notices => _notices;

    /// <summary>Reads the tags.</summary>
    /// <param name="tags">All tags that name commits.</param>
    /// <param name="patterns">How they are named; of two tags for one version, the one of the earlier pattern counts.</param>
    /// <param name="charts">Names of the charts.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>: two patterns match one tag.</exception>
    public static TaggedReleases Read(IReadOnlyList<GitTag> tags, IReadOnlyList<TagTemplate> patterns, IReadOnlyCollection<string> charts)
    {
        var releases = new TaggedReleases();
        var reader = new VersionTags(patterns, charts);
        var ranks = patterns.Distinct().Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        foreach (var tag in tags)
        {
            var versions = reader.Read(tag.Name, out var isLike);
            foreach (var read in versions.Where(read => !SnapshotVersion.IsSnapshot(read.Version)))
            {
                releases.Add(read.Chart, new KnownRelease(read.Version) { Tag = tag.Name, Commit = tag.Commit }, ranks[read.Pattern]);
            }

            if (isLike)
            {
                releases._alike.Add(tag.Name);
            }
        }

        releases.Tell();
        return releases;
    }

    /// <summary>The releases of a chart, in no order, each version once.</summary>
    public IReadOnlyList<KnownRelease> Of(string chart) => [.. _charts.GetValueOrDefault(chart, []).Select(entry => entry.Release)];

    private void Add(string chart, KnownRelease release, int rank)
    {
        if (!_charts.TryGetValue(chart, out var known))
        {
            _charts[chart] = known = [];
        }

        var index = known.FindIndex(entry => entry.Release.Version == release.Version);
        if (index < 0)
        {
            known.Add((release, rank));
            return;
        }

        var (first, second) = known[index].Rank <= rank ? (known[index].Release, release) : (release, known[index].Release);
        if (first.Commit != second.Commit)
        {
            _notices.Add($"{chart} {release.Version} has two Git tags on different commits: {first.Tag} counts, {second.Tag} does not.");
        }

        known[index] = (first, Math.Min(known[index].Rank, rank));
    }

    private void Tell()
    {
        if (_alike.Count > 0)
        {
            _notices.Add(
                $"{(_alike.Count == 1 ? "A Git tag is" : $"{_alike.Count} Git tags are")} named like a release, without a Semantic Version, and ignored: "
                + $"{string.Join(", ", _alike.Take(MostNamed))}{(_alike.Count > MostNamed ? ", …" : "")}.");
        }
    }
}
