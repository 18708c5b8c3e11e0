using ChartRelease.Charts;

namespace ChartRelease.Release.Selection;

/// <summary>Which published charts a run is about: what Promote copies and Reproduce rebuilds.</summary>
public sealed record PublishedSelection
{
    /// <summary>Everything there is.</summary>
    public static PublishedSelection All { get; } = new();

    /// <summary>Names of charts, or globs of names; empty for all there are.</summary>
    public IReadOnlyList<string> Charts { get; init; } = [];

    /// <summary>Versions, or ranges of them; empty for all there are.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    /// <summary>The revision that Reproduce builds; <see langword="null"/> for the one that each manifest names.</summary>
    public string? Commit { get; init; }

    /// <summary>Globs of the folders in which the charts of a commit are looked for first. Default <c>helm/*</c> and <c>charts/*</c>.</summary>
    public IReadOnlyList<string> Folders { get; init; } = ChartFinder.DefaultGlobs;
}
