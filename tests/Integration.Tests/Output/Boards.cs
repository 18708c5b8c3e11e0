using Cake.Frosting.ChartRelease;
using ChartRelease.Release.Progress;

namespace ChartRelease.Integration.Output;

/// <summary>Boards as a release would fill them.</summary>
internal static class Boards
{
    public static ProgressStep Step(string chart, string target = "oci://ghcr.io/acme/charts") =>
        new(chart, "1.2.0", target, $"{target}/{chart}", "1.2.0");

    public static PhaseStarted Pushing(params string[] charts) => new(ReleasePhase.Push, [.. charts.Select(chart => Step(chart))]);

    public static ProgressBoard With(this ProgressBoard board, params ProgressEvent[] changes)
    {
        foreach (var change in changes)
        {
            board.Apply(change);
        }

        return board;
    }

    /// <summary>A chart of each kind: sent, on its way, failed, skipped, waiting.</summary>
    public static ProgressBoard Mixed(TimeProvider time) => new ProgressBoard(Pushing("api", "database", "queue", "site", "worker"), time).With(
        new StepStarted(Step("api"), 12_345),
        new StepMoved(Step("api"), 12_345),
        new StepEnded(Step("api"), StepOutcome.Published),
        new StepStarted(Step("database"), 20_000_000),
        new StepMoved(Step("database"), 10_000_000),
        new RequestRepeated(Step("database").Repository),
        new RequestRepeated(Step("database").Repository),
        new StepStarted(Step("queue"), 5_000),
        new StepEnded(Step("queue"), StepOutcome.Failed),
        new StepEnded(Step("site"), StepOutcome.Skipped));
}
