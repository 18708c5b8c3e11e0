using System.Collections.Concurrent;
using ChartRelease.Oci;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Publishing;

/// <summary>
/// Targets of one registry: what the first of them got, the others mount from there instead of having it sent again. So they go one
/// after the other; different registries, and different charts, do not wait for each other.
/// </summary>
internal sealed class SharedBlobs(IReadOnlyDictionary<string, IReleaseTarget> targets)
{
    private readonly ConcurrentDictionary<(string Chart, string Host), Task<string?>> _holders = new();

    /// <summary>Runs a step when its turn has come, with a chart whose blobs say who holds them already.</summary>
    public async Task<PublishOutcome> RunAsync(
        (PlannedChart Chart, PlannedTarget Target) step, Func<PackagedChart, Task<PublishOutcome>> run)
    {
        var chart = step.Chart.Chart;
        if (targets[step.Target.Target].Reference is not RegistryReference registry)
        {
            return await run(chart).ConfigureAwait(false);
        }

        // Steps of one chart start in their order, so whom we find here is before us.
        var ended = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var key = (chart.Chart.Name, registry.Host);
        Task<string?>? elder = null;
        _ = _holders.AddOrUpdate(key, ended.Task, (_, last) =>
        {
            elder = last;
            return ended.Task;
        });
        string? holder = null;
        try
        {
            holder = elder is null ? null : await elder.ConfigureAwait(false);
            var outcome = await run(holder is null ? chart : HeldBy(chart, holder)).ConfigureAwait(false);
            holder ??= outcome.Failure is null ? targets[step.Target.Target].Repository(chart.Chart.Name).Reference : null;
            return outcome;
        }
        finally
        {
            ended.SetResult(holder);
        }
    }

    private static PackagedChart HeldBy(PackagedChart chart, string holder) =>
        chart with { Archive = chart.Archive with { HeldBy = holder }, Config = chart.Config with { HeldBy = holder } };
}
