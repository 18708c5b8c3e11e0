using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;

namespace ChartRelease.Tests.Release.Support;

/// <summary>Plans written by hand.</summary>
internal static class Plans
{
    public static PlannedChart Chart(string name, params (string Target, ReleaseAction Action)[] targets) => Chart(Packages.Create(name), targets);

    public static PlannedChart Chart(PackagedChart chart, params (string Target, ReleaseAction Action)[] targets) => new(chart,
    [
        .. targets.Select(target => new PlannedTarget(
            target.Target,
            $"{target.Target}/{chart.Chart.Name}:{chart.Tag}",
            target.Action,
            $"why {target.Action}",
            target.Action == ReleaseAction.Publish ? null : Packages.Published(chart))),
    ]);
}
