using System.Globalization;
using ChartRelease.Faults.Runs;
using ChartRelease.Faults.Scenarios;

namespace ChartRelease.Faults.Reporting;

/// <summary>What one run is on the page: in bold what it should not be.</summary>
public static class Cell
{
    private const double WorthTelling = 2;

    /// <summary>The words for a run, its requests, and its time if it took long.</summary>
    public static string Of(Scenario scenario, RunResult run, Client client)
    {
        var verdict = Judge.Of(scenario, run);
        var requests = Count(run.Exchanges.Count + run.Elsewhere.Count);
        return verdict == Verdict.NotMet ? "–"
            : client.IsTimed && run.Time.TotalSeconds >= WorthTelling
                ? string.Create(CultureInfo.InvariantCulture, $"{Words(verdict, run.Outcome)}, {requests}, {run.Time.TotalSeconds:0} s")
                : $"{Words(verdict, run.Outcome)}, {requests}";
    }

    /// <summary>What ours must be.</summary>
    public static string Expected(Scenario scenario) =>
        $"{Words(Verdict.Right, scenario.Fails is null ? RunOutcome.Published : RunOutcome.Failed)}, {Count(scenario.Requests + scenario.Elsewhere)}";

    /// <summary>The words for a verdict.</summary>
    public static string Words(Verdict verdict, RunOutcome outcome) => verdict switch
    {
        Verdict.NotMet => "–",
        Verdict.Right => outcome == RunOutcome.Published ? "published" : "refused",
        Verdict.GaveUp => "**gave up**",
        Verdict.SaidFailed => "**said failed, is published**",
        Verdict.SaidPublished => "**said published, is not**",
        Verdict.Overwrote => "**overwrote**",
        Verdict.LeftBroken => "**left a broken tag**",
        Verdict.Hung => "**hung**",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No such verdict."),
    };

    /// <summary>What a registry holds, in words.</summary>
    public static string Words(HeldContent content) => content switch
    {
        HeldContent.Absent => "nothing",
        HeldContent.Ours => "the chart",
        HeldContent.Other => "the other's chart",
        HeldContent.Broken => "**a broken tag**",
        _ => throw new ArgumentOutOfRangeException(nameof(content), content, "No such content."),
    };

    private static string Count(int requests) => string.Create(CultureInfo.InvariantCulture, $"{requests}");
}
