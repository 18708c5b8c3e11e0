using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Semver;

namespace ChartRelease.Versioning;

/// <summary>Versions for builds of commits that are no releases: <c>0.3.1-dev.7.g1a2b3c4</c>.</summary>
public static partial class SnapshotVersion
{
    private const string Name = "dev";
    private const int HashLength = 7;

    /// <summary>Whether a version was made here; such a version is no release, wherever it is published.</summary>
    public static bool IsSnapshot(SemVersion version) => Shape().IsMatch(version.Prerelease);

    /// <summary>The version of a commit: above the last release, and below the next one as long as that is no prerelease.</summary>
    /// <param name="current">Version in Chart.yaml.</param>
    /// <param name="released">The last release, or <see langword="null"/>.</param>
    /// <param name="height">How many commits were made since then, so that later commits have higher versions.</param>
    /// <param name="commit">
    /// Full id of the commit. A letter stands before what is shown of it, because digits alone would be a number, which must not begin with 0.
    /// </param>
    public static SemVersion Of(SemVersion current, SemVersion? released, int height, string commit)
    {
        PrereleaseIdentifier[] build =
        [
            new(Name), new(new BigInteger(height)), new(string.Create(CultureInfo.InvariantCulture, $"g{commit[..HashLength]}")),
        ];
        var isAhead = released is null || current.ComparePrecedenceTo(released) > 0;
        return isAhead ? current.WithoutPrereleaseOrMetadata().WithPrerelease(build)
            : released!.IsPrerelease ? released.WithoutMetadata().WithPrerelease([.. released.PrereleaseIdentifiers, .. build])
            : VersionBump.Next(released, BumpKind.Patch).WithPrerelease(build);
    }

    [GeneratedRegex(@"(?:\A|\.)dev\.[0-9]+\.g[0-9a-f]{7}\z")]
    private static partial Regex Shape();
}
