using System.Numerics;
using Semver;

namespace ChartRelease.Versioning;

/// <summary>Computes the version that comes next. Every result is higher than the version it started from, and without build metadata.</summary>
public static class VersionBump
{
    /// <summary>A kind as <c>--bump</c> spells it.</summary>
    internal static string Word(BumpKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The name of a prerelease, if it can be one.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>.</exception>
    internal static string CheckPreid(string preid) =>
        preid.Length > 0 && preid.All(character => char.IsAsciiLetterOrDigit(character) || character == '-') && !preid.All(char.IsAsciiDigit)
            ? preid
            : throw new ChartReleaseException(
                FailureReason.InvalidSettings,
                $"\"{preid}\" cannot name a prerelease.",
                "Letters, digits and hyphens, not digits alone; for example rc, beta or dev.",
                "Correct preid in the settings.");

    /// <summary>The first prerelease of a version: 1.3.0 → 1.3.0-rc.1.</summary>
    internal static SemVersion FirstPrerelease(SemVersion core, string preid) => core.WithPrerelease(ParsePreid(preid), new PrereleaseIdentifier(BigInteger.One));

    /// <summary>The next version.</summary>
    /// <param name="current">The version now.</param>
    /// <param name="kind">Which part moves. A prerelease already ahead of that part is completed instead, as <c>npm version</c> does.</param>
    /// <param name="preid">First identifier of a prerelease; one identifier of SemVer that is not a number. Numbers start at 1.</param>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.InvalidVersion"/>: <see cref="BumpKind.Release"/> of what is no prerelease, or a prerelease that would be lower than
    /// the current one, such as beta after rc. <see cref="FailureReason.InvalidSettings"/>: <paramref name="preid"/> is no identifier.
    /// </exception>
    public static SemVersion Next(SemVersion current, BumpKind kind, string preid = "rc") => kind switch
    {
        BumpKind.Major => current is { IsPrerelease: true, Minor.IsZero: true, Patch.IsZero: true }
            ? Core(current)
            : new SemVersion(current.Major + 1, BigInteger.Zero, BigInteger.Zero),
        BumpKind.Minor => current is { IsPrerelease: true, Patch.IsZero: true }
            ? Core(current)
            : new SemVersion(current.Major, current.Minor + 1, BigInteger.Zero),
        BumpKind.Patch => current.IsPrerelease ? Core(current) : NextPatch(current),
        BumpKind.Prerelease => NextPrerelease(current, ParsePreid(preid)),
        BumpKind.Release => current.IsPrerelease ? Core(current) : throw NoPrerelease(current),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of bump."),
    };

    private static SemVersion Core(SemVersion version) => version.WithoutPrereleaseOrMetadata();

    private static SemVersion NextPatch(SemVersion version) => new(version.Major, version.Minor, version.Patch + 1);

    private static SemVersion NextPrerelease(SemVersion current, PrereleaseIdentifier preid)
    {
        if (!current.IsPrerelease)
        {
            return FirstPrerelease(NextPatch(current), preid);
        }

        var next = Core(current).WithPrerelease(NextIdentifiers(current.PrereleaseIdentifiers, preid));
        return next.ComparePrecedenceTo(current) > 0 ? next : throw WouldBeLower(current, next);
    }

    // What follows the number that moves belongs to the old prerelease (a commit hash, say) and is dropped.
    private static IEnumerable<PrereleaseIdentifier> NextIdentifiers(IReadOnlyList<PrereleaseIdentifier> current, PrereleaseIdentifier preid)
    {
        if (current[0] != preid)
        {
            return [preid, new PrereleaseIdentifier(BigInteger.One)];
        }

        var number = current.Count - 1;
        while (number > 0 && current[number].NumericValue is null)
        {
            number--;
        }

        return current[number].NumericValue is { } value
            ? [.. current.Take(number), new PrereleaseIdentifier(value + 1)]
            : [.. current, new PrereleaseIdentifier(BigInteger.One)];
    }

    private static PrereleaseIdentifier ParsePreid(string preid) => new(CheckPreid(preid));

    private static ChartReleaseException NoPrerelease(SemVersion current) => new(
        FailureReason.InvalidVersion,
        $"The version {current} is no prerelease, so there is nothing to release from it.",
        "A version such as 1.3.0-rc.2, which becomes 1.3.0.",
        "Use --bump=patch, --bump=minor or --bump=major.");

    private static ChartReleaseException WouldBeLower(SemVersion current, SemVersion next) => new(
        FailureReason.InvalidVersion,
        $"The next prerelease would be {next}, which is lower than the current {current}.",
        "A prerelease name that sorts after the current one.",
        "Keep the prerelease name, or use --bump=patch first, or give the version with --chart-version.");
}
