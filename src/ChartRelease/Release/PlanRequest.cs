using ChartRelease.Release.Sharding;

namespace ChartRelease.Release;

/// <summary>What was asked of a plan.</summary>
public sealed record PlanRequest
{
    /// <summary>Nothing in particular.</summary>
    public static PlanRequest None { get; } = new();

    /// <summary>Whether the target Plan only checks that every chart that changed has a new version. Default <see langword="false"/>.</summary>
    public bool Check { get; init; }

    /// <summary>The revision that <see cref="Check"/> compares with; <see langword="null"/> for the last release of each chart.</summary>
    public string? Since { get; init; }

    /// <summary>The part of the charts this run is about; <see langword="null"/> for all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>The saved plan that is executed, a path relative to the working directory; <see langword="null"/> to make one.</summary>
    public string? File { get; init; }
}
