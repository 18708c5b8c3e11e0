using Semver;

namespace ChartRelease.Versioning;

/// <summary>What a Git tag says: this version of this chart.</summary>
/// <param name="Chart">Name of the chart.</param>
/// <param name="Version">The version.</param>
/// <param name="Pattern">The pattern the tag was read with.</param>
public sealed record VersionTag(string Chart, SemVersion Version, TagTemplate Pattern);

/// <summary>Reads versions out of tags, for many charts and several patterns at once. Pure.</summary>
public sealed class VersionTags
{
    // By what stands before the version: a tag is looked up once for each place where its version could begin.
    private readonly Dictionary<string, List<(string Chart, string After, TagTemplate Pattern)>> _before = new(StringComparer.Ordinal);

    /// <summary>Prepares the reading.</summary>
    /// <param name="patterns">How tags are named; one without <c>{name}</c> speaks of every chart.</param>
    /// <param name="charts">Names of the charts.</param>
    public VersionTags(IEnumerable<TagTemplate> patterns, IReadOnlyCollection<string> charts)
    {
        foreach (var pattern in patterns.Distinct())
        {
            foreach (var chart in charts)
            {
                var (before, after) = pattern.Around(chart);
                if (!_before.TryGetValue(before, out var entries))
                {
                    _before[before] = entries = [];
                }

                entries.Add((chart, after, pattern));
            }
        }
    }

    /// <summary>Reads a tag.</summary>
    /// <param name="tag">The tag's name.</param>
    /// <param name="isLike">
    /// Whether the tag has the form of a pattern with what begins as a version does and is none, such as <c>v1.2</c> or <c>redis-v1.0.0</c>.
    /// </param>
    /// <returns>What it says; empty when it is none of these tags.</returns>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>: two patterns match it.</exception>
    public IReadOnlyList<VersionTag> Read(string tag, out bool isLike)
    {
        List<VersionTag> found = [];
        isLike = false;
        var lookup = _before.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < tag.Length; start++)
        {
            if (!BeginsVersion(tag, start) || !lookup.TryGetValue(tag.AsSpan(0, start), out var entries))
            {
                continue;
            }

            foreach (var (chart, after, pattern) in entries)
            {
                if (tag.Length > start + after.Length && tag.AsSpan(start).EndsWith(after, StringComparison.Ordinal))
                {
                    isLike = true;
                    if (SemVersion.TryParse(tag[start..^after.Length], SemVersionStyles.Strict, out var version))
                    {
                        found.Add(new VersionTag(chart, version, pattern));
                    }
                }
            }
        }

        isLike &= found.Count == 0;
        return found.Select(static entry => entry.Pattern).Distinct().Take(2).ToList() is [var one, var other] ? throw Ambiguous(tag, one, other) : found;
    }

    // A stray v is no version, but it was meant as one.
    private static bool BeginsVersion(string tag, int start) =>
        char.IsAsciiDigit(tag[start]) || (tag[start] is 'v' or 'V' && start + 1 < tag.Length && char.IsAsciiDigit(tag[start + 1]));

    private static ChartReleaseException Ambiguous(string tag, TagTemplate one, TagTemplate other) => new(
        FailureReason.InvalidSettings,
        $"The Git tag \"{tag}\" can be read with two patterns: {one} and {other}.",
        "Patterns of which one at most matches a tag.",
        "Correct tag-patterns and tag-template in the settings: leave one of the two out, or write more text around the version.");
}
