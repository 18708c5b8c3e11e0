using ChartRelease.Oci;

namespace ChartRelease.Release.Promotion;

/// <summary>What Promote was asked for.</summary>
public sealed record PromotionRequest
{
    /// <summary>Nothing was asked for.</summary>
    public static PromotionRequest None { get; } = new();

    /// <summary>Where the charts are copied from; <see langword="null"/> when it was not said.</summary>
    public TargetReference? From { get; init; }

    /// <summary>Names of charts, or globs of names; empty for all there are.</summary>
    public IReadOnlyList<string> Charts { get; init; } = [];

    /// <summary>Versions, or ranges of them; empty for all there are.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];
}
