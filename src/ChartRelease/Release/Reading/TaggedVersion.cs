using ChartRelease.Git;
using ChartRelease.Versioning;
using Semver;

namespace ChartRelease.Release.Reading;

/// <summary>The version that a Git tag gives a chart.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Version">The version in it, without a <c>v</c>.</param>
/// <param name="IsOfApplication">Whether the tag is a version and nothing else, with or without <c>v</c>: then it names the application too.</param>
internal sealed record TaggedVersion(string Tag, SemVersion Version, bool IsOfApplication)
{
    // Beside what the settings say: the tags that applications and charts in their repositories have.
    private static readonly IReadOnlyList<TagTemplate> _application = [TagTemplate.Parse("v{version}"), TagTemplate.Parse("{version}")];
    private static readonly TagTemplate _chart = TagTemplate.Parse("helm-v{version}");

    /// <summary>Finds the version of a chart. Pure.</summary>
    /// <param name="chart">Name of the chart.</param>
    /// <param name="commit">Full id of the commit.</param>
    /// <param name="named">What the user named the commit by; when that is a tag, only that one counts.</param>
    /// <param name="tags">All tags.</param>
    /// <param name="patterns">How the settings say that tags are named.</param>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.InvalidVersion"/>: no tag on the commit names a version, or several name different ones.
    /// </exception>
    public static TaggedVersion Find(string chart, string commit, string named, IReadOnlyList<GitTag> tags, IReadOnlyList<TagTemplate> patterns)
    {
        var reader = new VersionTags([.. patterns, .. _application, _chart], [chart]);
        var onCommit = tags.Where(tag => tag.Commit == commit).Select(tag => tag.Name).ToList();
        List<TaggedVersion> found =
        [
            .. (onCommit.Contains(Short(named)) ? [Short(named)] : onCommit).SelectMany(tag => reader.Read(tag, out _).Select(
                read => new TaggedVersion(tag, read.Version, _application.Contains(read.Pattern)))),
        ];
        return found switch
        {
            [var only] => only,
            [] => throw None(chart, commit, onCommit),
            _ => throw Several(chart, commit, found),
        };
    }

    private static string Short(string name) => name.StartsWith("refs/tags/", StringComparison.Ordinal) ? name["refs/tags/".Length..] : name;

    private static ChartReleaseException None(string chart, string commit, List<string> tags) => new(
        FailureReason.InvalidVersion,
        $"The commit {commit[..12]} has no Git tag that names a version of {chart}{(tags.Count == 0 ? "" : $", only {string.Join(", ", tags)}")}.",
        $"A tag such as v1.2.3, helm-v1.2.3 or {chart}-1.2.3, or one that tag-patterns describe.",
        "Fetch the tags (git fetch --tags; in GitHub Actions 'fetch-depth: 0'), tag the commit, or leave out version-from and app-version-from.");

    private static ChartReleaseException Several(string chart, string commit, List<TaggedVersion> found) => new(
        FailureReason.InvalidVersion,
        $"The commit {commit[..12]} has several Git tags that name a version of {chart}: {string.Join(", ", found.Select(tag => tag.Tag))}.",
        "One tag.",
        $"Say which one: --commit={found[0].Tag}.");
}
