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
}
