using ChartRelease.Oci;

namespace ChartRelease.Release.Promotion;

/// <summary>What Promote was asked for, beside the charts.</summary>
public sealed record PromotionRequest
{
    /// <summary>Nothing was asked for.</summary>
    public static PromotionRequest None { get; } = new();

    /// <summary>Where the charts are copied from; <see langword="null"/> when it was not said.</summary>
    public TargetReference? From { get; init; }
}
