using ChartRelease.Charts;
using ChartRelease.Oci;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.History;
using ChartRelease.Versioning;

namespace ChartRelease.Release.Planning;

/// <summary>What <c>--bump=auto</c> would do to the charts of a plan; it is the bump that decides. Pure.</summary>
/// <param name="ByName">The decisions by name of chart; when the bump would be refused, those for each chart alone.</param>
/// <param name="Notice">Why the bump would be refused, and what to do; <see langword="null"/> when it would not.</param>
internal sealed record ForecastBumps(IReadOnlyDictionary<string, ChartBump> ByName, string? Notice)
{
    private static readonly BumpRequest _auto = new(BumpKind.Auto, ChartVersion: null, AppVersion: null, Commit: true);

    /// <summary>Decides for all charts whose history is known.</summary>
    /// <param name="charts">The charts.</param>
    /// <param name="histories">Their histories by name.</param>
    /// <param name="targets">Where they are published to.</param>
    public static ForecastBumps Decide(
        IEnumerable<Chart> charts, IReadOnlyDictionary<string, ChartHistory> histories, IEnumerable<TargetReference> targets)
    {
        List<Chart> committed = [.. charts.Where(chart => histories.ContainsKey(chart.Name)).Select(chart => AsCommitted(chart, histories[chart.Name]))];
        var decisions = new BumpDecisions(_auto, new LocalLinks(committed, targets));
        try
        {
            return new ForecastBumps(ByChart(decisions.Decide(committed, histories)), Notice: null);
        }
        catch (ChartReleaseException refusal)
        {
            // A plan that can be told is told; the bump is somebody else's, later.
            return new ForecastBumps(
                ByChart(committed.Select(chart => decisions.DecideAlone(chart, histories[chart.Name]))),
                $"--bump=auto would be refused: {refusal.Failure.Found} {refusal.Failure.Next}");
        }
    }

    // Files are bumped, whatever version a build gives the chart.
    private static Chart AsCommitted(Chart chart, ChartHistory history) =>
        chart with { Metadata = chart.Metadata with { Version = $"{history.Version}" } };

    private static Dictionary<string, ChartBump> ByChart(IEnumerable<ChartBump> bumps) =>
        bumps.ToDictionary(bump => bump.Chart.Name, StringComparer.Ordinal);
}
