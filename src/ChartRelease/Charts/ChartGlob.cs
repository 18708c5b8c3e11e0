using ChartRelease.Charts.Ignore;

namespace ChartRelease.Charts;

/// <summary>
/// A glob for chart folders: <c>*</c>, <c>?</c> and <c>[…]</c> within one segment, <c>**</c> for any number of segments. A leading
/// <c>./</c> and a slash at the end do not count; <c>.</c> is the repository root. Folders that start with a dot match only a dot.
/// </summary>
internal sealed class ChartGlob
{
    private readonly string[] _segments;

    private ChartGlob(string text, string[] segments) => (Text, _segments) = (text, segments);

    /// <summary>The glob as written.</summary>
    public string Text { get; }

    /// <summary>Whether it names exactly one folder.</summary>
    public bool IsExact => !_segments.Any(segment => segment.AsSpan().ContainsAny("*?[\\"));

    /// <summary>Reads a glob.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>: absolute, or leaves the repository, or malformed.</exception>
    public static ChartGlob Parse(string text)
    {
        var path = text.Replace('\\', '/');
        string[] segments = [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != ".")];
        var invalid = text.Length == 0 || path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal)
            || segments.Contains("..") || !segments.All(GoPathMatch.IsValid);
        return invalid
            ? throw new ChartReleaseException(
                FailureReason.InvalidSettings,
                $"The chart folder \"{text}\" cannot be used.",
                "A folder relative to the repository root, or a glob such as helm/*.",
                "Correct --charts (or charts in chart-release.yaml).")
            : new ChartGlob(text, segments);
    }

    /// <summary>Whether a folder matches.</summary>
    public bool IsMatch(string folder) => IsMatch(_segments, Split(folder));

    /// <summary>Whether a folder below this one could match, so that a walk has to go on.</summary>
    public bool MayMatchBelow(string folder)
    {
        var path = Split(folder);
        for (var index = 0; index < path.Length; index++)
        {
            if (index >= _segments.Length || _segments[index] == "**")
            {
                return index < _segments.Length;
            }

            if (!IsSegmentMatch(_segments[index], path[index]))
            {
                return false;
            }
        }

        return path.Length < _segments.Length;
    }

    private static string[] Split(string folder) => folder.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsMatch(ReadOnlySpan<string> segments, ReadOnlySpan<string> path)
    {
        if (segments is [])
        {
            return path is [];
        }

        if (segments[0] == "**")
        {
            return IsMatch(segments[1..], path) || (path is not [] && !path[0].StartsWith('.') && IsMatch(segments, path[1..]));
        }

        return path is not [] && IsSegmentMatch(segments[0], path[0]) && IsMatch(segments[1..], path[1..]);
    }

    private static bool IsSegmentMatch(string pattern, string name) =>
        pattern.StartsWith('.') == name.StartsWith('.') && GoPathMatch.IsMatch(pattern, name);
}
