using ChartRelease.Oci;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.History;

namespace ChartRelease.Release.Planning;

/// <summary>Adds to a plan what Git says of the charts. Pure: what is pushed and what is not stays as it was decided.</summary>
internal static class ForecastPlan
{
    /// <summary>The plan with forecasts; where a version is refused because its chart changed, it says that a bump is needed.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="history">What Git says.</param>
    /// <param name="targets">Where the charts are published to.</param>
    public static ReleasePlan Add(ReleasePlan plan, ReleaseHistory history, IEnumerable<TargetReference> targets)
    {
        var histories = history.Charts.ToDictionary(chart => chart.Name, StringComparer.Ordinal);
        var bumps = ForecastBumps.Decide(plan.Charts.Select(chart => chart.Chart.Chart), histories, targets);
        return plan with
        {
            Charts = [.. plan.Charts.Select(chart => bumps.ByName.GetValueOrDefault(chart.Chart.Chart.Name) is { } bump ? Add(chart, histories[bump.Chart.Name], bump) : chart)],
            Notices =
            [
                .. history.Notices,
                .. history.Charts.SelectMany(chart => chart.Notices.Select(notice => $"{chart.Name}: {notice}")),
                .. history.Charts.Select(Backward).OfType<string>(),
                .. bumps.Notice is { } refusal ? [refusal] : Array.Empty<string>(),
            ],
        };
    }

    private static PlannedChart Add(PlannedChart chart, ChartHistory history, ChartBump bump) => chart with
    {
        Forecast = ChartForecast.Of(history, bump),
        Targets = [.. chart.Targets.Select(target => target.Action == ReleaseAction.Refuse && HasChangedSince(history)
            ? target with { Action = ReleaseAction.BumpNeeded, Why = $"changed since {history.Base!.Version}, {target.Why}" }
            : target)],
    };

    private static bool HasChangedSince(ChartHistory history) =>
        history is { HasChanged: true, LastRelease: { } last } && history.Version.ComparePrecedenceTo(last.Version) <= 0;

    private static string? Backward(ChartHistory history) =>
        history.LastRelease is { } last && history.Version.ComparePrecedenceTo(last.Version) < 0
            ? $"{history.Name}: the version {history.Version} is lower than {last.Version}, the last release."
            : null;
}
