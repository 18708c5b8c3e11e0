using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;

namespace ChartRelease.Tests.Release.Support;

/// <summary>Plans written by hand.</summary>
internal static class Plans
{
    private static readonly Failure Unknown = new(FailureReason.RegistryError, "It failed.", "An answer.", "Wait.");

    public static PlannedChart Chart(string name, params (string Target, ReleaseAction Action)[] targets) => Chart(Packages.Create(name), targets);

    public static PlannedChart Chart(PackagedChart chart, params (string Target, ReleaseAction Action)[] targets) => new(chart,
    [
        .. targets.Select(target => new PlannedTarget(
            target.Target,
            $"{target.Target}/{chart.Chart.Name}:{chart.Tag}",
            target.Action,
            $"why {target.Action}",
            target.Action is ReleaseAction.Publish or ReleaseAction.Unknown ? null : Packages.Published(chart))
        {
            Failure = target.Action == ReleaseAction.Unknown ? Unknown : null,
            AskedAt = TimeProvider.System.GetTimestamp(),
        }),
    ]);
}
