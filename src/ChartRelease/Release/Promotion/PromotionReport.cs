using ChartRelease.Oci;

namespace ChartRelease.Release.Promotion;

/// <summary>What a promotion did.</summary>
/// <param name="From">Where from.</param>
/// <param name="Charts">One entry per step of the plan, in its order.</param>
/// <param name="Failures">What was asked for and not found, and what could not be listed.</param>
public sealed record PromotionReport(TargetReference From, IReadOnlyList<PromotedChart> Charts, IReadOnlyList<Failure> Failures)
{
    /// <summary>Fails when anything failed; every failure is named.</summary>
    /// <exception cref="ChartReleaseException">The failure, or a list of them.</exception>
    public void ThrowIfFailed() => FailureList.ThrowIfAny([.. Failures.Concat(Charts.Select(chart => chart.Failure).OfType<Failure>()).Distinct()]);
}

/// <summary>What became of one step.</summary>
public enum PromotionOutcome
{
    /// <summary>Copied in this run, and read back.</summary>
    Copied,

    /// <summary>It was there already.</summary>
    Skipped,

    /// <summary>The destination has other content under this version.</summary>
    Refused,

    /// <summary>It could not be copied, or not be read back.</summary>
    Failed,

    /// <summary>Nothing was done, because another version was refused.</summary>
    NotDone,
}

/// <summary>One chart version at one destination.</summary>
public sealed record PromotedChart
{
    private PromotedChart(PlannedPromotion step, PromotionOutcome outcome) => (Step, Outcome) = (step, outcome);

    /// <summary>What was planned.</summary>
    public PlannedPromotion Step { get; }

    /// <summary>What became of it.</summary>
    public PromotionOutcome Outcome { get; }

    /// <summary>The digest the tag resolves to at the destination, as far as it is known.</summary>
    public Digest? Digest => Outcome == PromotionOutcome.Copied ? Step.Source?.Descriptor.Digest : Step.Published?.Descriptor.Digest;

    /// <summary>Referrers copied in this run.</summary>
    public int Referrers { get; private init; }

    /// <summary>Bytes of blobs and manifests sent in this run.</summary>
    public long BytesSent { get; private init; }

    /// <summary>Why it was not done.</summary>
    public Failure? Failure { get; private init; }

    internal static PromotedChart Done(PlannedPromotion step, int referrers, long bytes) =>
        new(step, step.Action == PromotionAction.Copy ? PromotionOutcome.Copied : PromotionOutcome.Skipped) { Referrers = referrers, BytesSent = bytes };

    internal static PromotedChart Failed(PlannedPromotion step, Failure failure) => new(step, PromotionOutcome.Failed) { Failure = failure };

    internal static PromotedChart NotDone(PlannedPromotion step) => new(step, step.Action switch
    {
        PromotionAction.Refuse => PromotionOutcome.Refused,
        PromotionAction.Fail => PromotionOutcome.Failed,
        _ => PromotionOutcome.NotDone,
    })
    {
        Failure = step.Failure,
    };
}
