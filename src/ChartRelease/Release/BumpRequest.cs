using ChartRelease.Versioning;

namespace ChartRelease.Release;

/// <summary>The version change a user asked for.</summary>
/// <param name="Kind">Part to raise, or <see langword="null"/>.</param>
/// <param name="ChartVersion">Exact new chart version, or <see langword="null"/>. Excludes <paramref name="Kind"/>.</param>
/// <param name="AppVersion">New appVersion, or <see langword="null"/>.</param>
/// <param name="Commit">Whether the change is committed.</param>
public sealed record BumpRequest(BumpKind? Kind, string? ChartVersion, string? AppVersion, bool Commit)
{
    /// <summary>Nothing was asked for.</summary>
    public static BumpRequest None { get; } = new(null, null, null, true);

    /// <summary>Whether there is anything to do.</summary>
    public bool IsRequested => Kind is not null || ChartVersion is not null || AppVersion is not null;
}
