using Semver;

namespace ChartRelease.Versioning;

/// <summary>Chart versions: strict Semantic Versions 2.0.0 (<see href="https://semver.org/spec/v2.0.0.html"/>), although helm takes more.</summary>
public static class ChartVersion
{
    /// <summary>Reads a version.</summary>
    /// <param name="value">The version as written.</param>
    /// <param name="location">Where it is written, for the message; <see langword="null"/> for an argument.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidVersion"/>, with the version that was probably meant.</exception>
    public static SemVersion Parse(string value, SourceLocation? location = null) =>
        SemVersion.TryParse(value, SemVersionStyles.Strict, out var version)
            ? version
            : throw new ChartReleaseException(Invalid(value) with { Location = location });

    /// <summary>Fails unless a version has higher precedence than another; build metadata does not count.</summary>
    /// <param name="next">The version that must be higher.</param>
    /// <param name="current">The version it is compared with.</param>
    /// <param name="location">Where <paramref name="next"/> is written, for the message.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidVersion"/>.</exception>
    public static void RequireHigher(SemVersion next, SemVersion current, SourceLocation? location = null)
    {
        var order = next.ComparePrecedenceTo(current);
        if (order > 0)
        {
            return;
        }

        var relation = order < 0 ? "lower than" : next == current ? "the same as" : "no higher than";
        throw new ChartReleaseException(new Failure(
            FailureReason.InvalidVersion,
            $"The version {next} is {relation} {current}.",
            $"A version higher than {current}.",
            $"Use at least {VersionBump.Next(current, BumpKind.Patch)}.")
        {
            Location = location,
        });
    }

    private static Failure Invalid(string value) => new(
        FailureReason.InvalidVersion,
        $"\"{value}\" is not a Semantic Version: {Explain(value)}",
        "MAJOR.MINOR.PATCH with an optional prerelease and build part, for example 1.2.3 or 1.2.3-rc.1.",
        Suggest(value) is { } suggestion ? $"Write {suggestion}." : "Correct the version.");

    private static string Explain(string value)
    {
        var core = value.Split('-', '+')[0];
        var parts = core.Split('.');
        return value.Length == 0 ? "it is empty."
            : value.Trim() != value ? "it has spaces around it."
            : value[0] is 'v' or 'V' ? "it begins with a v, which belongs in Git tags and in appVersion only."
            : parts.Any(part => part.Length == 0 || !part.All(char.IsAsciiDigit)) ? "MAJOR, MINOR and PATCH must be numbers."
            : parts.Length != 3 ? $"it has {parts.Length} of the three parts."
            : parts.Any(HasLeadingZero) ? "a number in it has a leading zero."
            : value[core.Length..].Split('+')[0].TrimStart('-').Split('.').Any(HasLeadingZero)
                ? "a number in its prerelease has a leading zero; write a commit hash as g and the hash."
            : "its prerelease or build part has an empty identifier, or a character that is not a letter, digit or hyphen.";
    }

    private static bool HasLeadingZero(string identifier) => identifier is ['0', _, ..] && identifier.All(char.IsAsciiDigit);

    private static string? Suggest(string value) =>
        SemVersion.TryParse(value, SemVersionStyles.Any, out var version) && SemVersion.TryParse(version.ToString(), SemVersionStyles.Strict, out _)
            ? version.ToString()
            : null;
}
