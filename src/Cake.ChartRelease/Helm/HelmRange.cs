using Semver;

namespace Cake.ChartRelease.Helm;

/// <summary>The helm versions that know a flag.</summary>
/// <param name="First">First version that has it, or <see langword="null"/>.</param>
/// <param name="Removed">First version that has it no more, or <see langword="null"/>.</param>
internal sealed record HelmRange(string? First, string? Removed)
{
    /// <summary>What helm 4 dropped.</summary>
    public static HelmRange Helm3 { get; } = Before("4.0.0");

    /// <summary>What helm 4 brought.</summary>
    public static HelmRange Helm4 { get; } = Since("4.0.0");

    public static HelmRange Since(string first) => new(first, null);

    public static HelmRange Before(string removed) => new(null, removed);

    /// <summary>A pre-release has the flags of its release.</summary>
    public bool Includes(string version)
    {
        if (!SemVersion.TryParse(version, SemVersionStyles.AllowV, out var used))
        {
            throw HelmFailures.NoVersion(version);
        }

        var release = used.WithoutPrereleaseOrMetadata();
        return (First is null || release.ComparePrecedenceTo(SemVersion.Parse(First)) >= 0)
            && (Removed is null || release.ComparePrecedenceTo(SemVersion.Parse(Removed)) < 0);
    }

    public override string ToString() => (First, Removed) switch
    {
        ({ } first, null) => $"helm {first} and later",
        (null, { } removed) => $"helm before {removed}",
        ({ } first, { } removed) => $"helm {first} and later, before {removed}",
        _ => "every helm",
    };
}
