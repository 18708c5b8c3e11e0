namespace ChartRelease.Release.Promotion;

/// <summary>How plans and reports are worded, wherever they are shown. Pure.</summary>
public static class PromotionWords
{
    /// <summary>What happens, in one word.</summary>
    public static string Of(PromotionAction action) => action.ToString().ToLowerInvariant();

    /// <summary>What happened, in one word or two.</summary>
    public static string Of(PromotionOutcome outcome) => outcome == PromotionOutcome.NotDone ? "not done" : outcome.ToString().ToLowerInvariant();
}
