using ChartRelease.Oci;

namespace ChartRelease.Release.Promotion;

/// <summary>What settings a promotion needs. Pure.</summary>
internal static class PromotionSettings
{
    /// <summary>The source.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>: none, or one of the destinations.</exception>
    public static TargetReference Check(ReleaseOptions options)
    {
        var from = options.Promotion.From ?? throw new ChartReleaseException(
            FailureReason.InvalidSettings,
            "Promote was not told where to copy from.",
            "A source and one or more destinations.",
            "Add --from=oci://HOST/PATH or --from=oci-layout:FOLDER; --registry names the destinations.");
        return options.Registries.Any(target => target.Value == from.Value)
            ? throw new ChartReleaseException(
                FailureReason.InvalidSettings,
                $"Promote was told to copy {from.Value} to itself.",
                "A destination other than the source.",
                "Name the destination with --registry=oci://HOST/PATH or --registry=oci-layout:FOLDER.")
            : from;
    }
}
