using System.Text.RegularExpressions;
using Semver;

namespace ChartRelease.Versioning;

/// <summary>Version ranges of dependencies, as helm reads them (<see href="https://github.com/Masterminds/semver#checking-version-constraints"/>). Pure.</summary>
public static partial class DependencyRange
{
    /// <summary>Whether a range allows a version; an empty one allows every version. A prerelease is allowed only where the range names one.</summary>
    public static bool Allows(string? range, SemVersion version) =>
        string.IsNullOrWhiteSpace(range) || (SemVersionRange.TryParseNpm(Npm(range), out var parsed) && parsed.Contains(version.WithoutMetadata()));

    /// <summary>The range moved up to a version, in the form it was written in.</summary>
    /// <returns>
    /// A version, or one behind <c>^</c>, <c>~</c>, <c>=</c> or <c>&gt;=</c>, gives way to the new one; of <c>1.x.x</c> and <c>1.2</c> only the numbers that are
    /// there move, and only when they must. Any other range stays if it allows the version; <see langword="null"/> if it does not.
    /// </returns>
    public static string? MoveUp(string? range, SemVersion version)
    {
        if (range is not null && Whole().Match(range) is { Success: true } whole)
        {
            return whole.Groups["before"].Value + version.WithoutMetadata();
        }

        return Allows(range, version) ? range
            : Partial().Match(range!) is { Success: true } partial ? partial.Groups["operator"].Value + Numbers(partial.Groups["numbers"].Value, version)
            : null;
    }

    // helm separates with commas what npm separates with spaces.
    private static string Npm(string range) => range.Replace(',', ' ');

    private static string Numbers(string pattern, SemVersion version)
    {
        if (version.IsPrerelease)
        {
            return $"{version.WithoutMetadata()}";
        }

        string[] parts = [$"{version.Major}", $"{version.Minor}", $"{version.Patch}"];
        return string.Join('.', pattern.Split('.').Zip(parts, (old, part) => char.IsAsciiDigit(old[0]) ? part : old));
    }

    [GeneratedRegex(@"\A(?<before>(?:\^|~|=|>=)? ?)v?[0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?\z")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\A(?<operator>(?:\^|~|=|>=)? ?)v?(?<numbers>[0-9]+(?:\.(?:[0-9]+|[xX*])){0,2})\z")]
    private static partial Regex Partial();
}
