using ChartRelease.Faults.Scenarios;

namespace ChartRelease.Faults.Runs;

/// <summary>Decides what a run is worth; the same rules for everybody.</summary>
public static class Judge
{
    /// <summary>Decides.</summary>
    public static Verdict Of(Scenario scenario, RunResult run) => run.Outcome switch
    {
        _ when run.Held == HeldContent.Broken => Verdict.LeftBroken,
        RunOutcome.Hung => Verdict.Hung,
        RunOutcome.Published => OfPublished(scenario, run),
        RunOutcome.Failed when run.Held == HeldContent.Ours && scenario.Expected != HeldContent.Ours => Verdict.SaidFailed,
        RunOutcome.Failed when scenario.Fails is null => run.Held == HeldContent.Ours ? Verdict.SaidFailed : Verdict.GaveUp,
        RunOutcome.Failed => Verdict.Right,
        var outcome => throw new ArgumentOutOfRangeException(nameof(run), outcome, "No such outcome."),
    };

    private static Verdict OfPublished(Scenario scenario, RunResult run) =>
        run.Held != HeldContent.Ours ? Verdict.SaidPublished
        : scenario.Before == HeldContent.Other ? Verdict.Overwrote
        : scenario.Script.Count == 0 || scenario.IsBestAvoided || run.MetTheFault ? Verdict.Right
        : Verdict.NotMet;
}
