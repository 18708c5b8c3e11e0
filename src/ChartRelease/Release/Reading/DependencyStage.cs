using System.Collections.Concurrent;
using ChartRelease.Charts;
using ChartRelease.Charts.Dependencies;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Release.Reading;

/// <summary>Gives a chart the dependencies that Chart.lock names and charts/ lacks; nothing is written into the chart folder. Safe for several threads.</summary>
internal sealed class DependencyStage(Func<CancellationToken, Task<IHelmClient>> helm, IReleaseLog log) : IDisposable
{
    private readonly ConcurrentBag<ScratchFolder> _folders = [];

    /// <summary>The chart itself when it needs nothing, else a staged copy with all its dependencies.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.DependencyOutOfStep"/>: there is no lock, or it was made for other dependencies.</exception>
    public async Task<Chart> CompleteAsync(Chart chart, CancellationToken cancellationToken) => DependencyLock.StateOf(chart) switch
    {
        DependencyState.None or DependencyState.Satisfied => chart,
        DependencyState.Incomplete => await FetchAsync(chart, cancellationToken).ConfigureAwait(false),
        DependencyState.NotLocked => throw OutOfStep(chart, "declares dependencies and has no Chart.lock"),
        DependencyState.OutOfStep => throw OutOfStep(chart, "has a Chart.lock that was made for other dependencies"),
        var other => throw new ArgumentOutOfRangeException(nameof(chart), other, "No such state."),
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var folder in _folders)
        {
            folder.Dispose();
        }
    }

    private async Task<Chart> FetchAsync(Chart chart, CancellationToken cancellationToken)
    {
        log.Write(ReleaseLogLevel.Information, $"{chart.Name}: fetching the dependencies that Chart.lock names and charts/ lacks");
        var scratch = new ScratchFolder();
        _folders.Add(scratch);
        var local = new List<Chart>();
        foreach (var folder in LocalDependencies.FoldersOf(chart).Prepend(chart.Path))
        {
            // Each stands where it stands in the repository, so that file:// repositories lead to what they lead to there.
            var part = folder == chart.Path ? chart : ChartReader.Read(chart.Source, folder);
            local.Add(part);
            ChartStaging.ExportTo(part, Path.Combine(scratch.Path, folder), cancellationToken);
        }

        var client = await helm(cancellationToken).ConfigureAwait(false);
        await client.BuildDependenciesAsync(Path.Combine(scratch.Path, chart.Path), cancellationToken).ConfigureAwait(false);

        // helm stamps what it packages with the clock; a chart of this repository is packaged like any other of its charts.
        foreach (var dependency in local.Where(part => part != chart))
        {
            var archive = PackagedCharts.ArchivePath(dependency, Path.Combine(scratch.Path, chart.Path, "charts"));
            if (File.Exists(archive))
            {
                ChartArchiveFile.Write(dependency, archive, cancellationToken);
            }
        }

        return ChartReader.Read(new WorkTreeChartSource(scratch.Path), chart.Path);
    }

    private static ChartReleaseException OutOfStep(Chart chart, string why) => new(new Failure(
        FailureReason.DependencyOutOfStep,
        $"{chart.Name} {why}.",
        "A Chart.lock that is in step with the dependencies of Chart.yaml.",
        $"Run \"helm dependency update {chart.Path}\" and commit Chart.lock.")
    {
        Location = new SourceLocation(ChartFolders.Combine(chart.Path, "Chart.lock")),
    });
}
