using System.Text.RegularExpressions;

namespace ChartRelease.Oci;

/// <summary>
/// Tags of the distribution specification (<see href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests"/>),
/// and how Helm writes versions as tags: <c>+</c>, which tags may not have, becomes <c>_</c>, which versions may not have.
/// </summary>
public static partial class Tag
{
    /// <summary>Most characters a tag may have.</summary>
    public const int MaxLength = 128;

    /// <summary>Whether a registry may hold such a tag.</summary>
    public static bool IsValid(string tag) => Pattern().IsMatch(tag);

    /// <summary>The tag of a chart version.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidVersion"/>: no tag can carry this version.</exception>
    public static string FromVersion(string version)
    {
        var tag = version.Replace('+', '_');
        return !version.Contains('_', StringComparison.Ordinal) && IsValid(tag)
            ? tag
            : throw new ChartReleaseException(
                FailureReason.InvalidVersion,
                $"The version \"{version}\" cannot be written as a tag.",
                $"At most {MaxLength} letters, digits, dots, hyphens and plus signs.",
                "Correct version in Chart.yaml, or shorten its prerelease or build part.");
    }

    /// <summary>The chart version a tag stands for. Tags that are no version come back with <c>_</c> replaced all the same.</summary>
    public static string ToVersion(string tag) => tag.Replace('_', '+');

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._-]{0,127}\z")]
    private static partial Regex Pattern();
}
