using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using ChartRelease.Charts.Dependencies;

namespace ChartRelease.Release.Dependencies;

/// <summary>
/// Gives a chart the dependencies that Chart.lock names and charts/ lacks, exactly as locked: nothing is resolved anew, and nothing is written into
/// the chart folder. Safe for several threads.
/// </summary>
internal sealed class DependencyStage : IAsyncDisposable
{
    private readonly DependencyScratch _scratch = new();
    private readonly RemoteDependencies _remote;
    private readonly int _parallelism;

    /// <summary>Prepares; nothing is asked yet.</summary>
    public DependencyStage(ReleaseOptions options, IReleaseLog log)
    {
        _remote = new RemoteDependencies(options, _scratch, log, TimeProvider.System);
        _parallelism = options.Registry.Parallelism;
    }

    /// <summary>The chart itself when it needs nothing, else the chart with all its dependencies in charts/.</summary>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.DependencyOutOfStep"/>: there is no lock, or it was made for other dependencies, or charts/ or the repository hold
    /// other versions. Else a dependency cannot be fetched.
    /// </exception>
    public Task<CompletedChart> CompleteAsync(Chart chart, CancellationToken cancellationToken) => CompleteAsync(chart, [chart.Path], cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _remote.DisposeAsync().ConfigureAwait(false);
        _scratch.Dispose();
    }

    private async Task<CompletedChart> CompleteAsync(Chart chart, IReadOnlyList<string> above, CancellationToken cancellationToken) =>
        DependencyLock.StateOf(chart) switch
        {
            DependencyState.None or DependencyState.Satisfied => new CompletedChart(chart, []),
            DependencyState.Incomplete => await AddMissingAsync(chart, above, cancellationToken).ConfigureAwait(false),
            DependencyState.NotLocked => throw DependencyFailure.NotLocked(chart),
            DependencyState.OutOfStep => throw DependencyFailure.OutOfStep(chart),
            DependencyState.Stale => throw DependencyFailure.Stale(chart),
            var other => throw new ArgumentOutOfRangeException(nameof(chart), other, "No such state."),
        };

    private async Task<CompletedChart> AddMissingAsync(Chart chart, IReadOnlyList<string> above, CancellationToken cancellationToken)
    {
        var missing = DependencyLock.Read(chart)!.Missing(chart).DistinctBy(dependency => (dependency.Name, dependency.Version)).ToList();
        var results = Steps.All(
            await Steps.TakeAsync(missing, _parallelism, (dependency, token) => GetAsync(chart, dependency, above, token), cancellationToken).ConfigureAwait(false),
            cancellationToken);
        var added = results.ToDictionary(result => new SourceFile(result.Path, result.Archive.Size, result.Archive.Digest.Value), result => result.Archive);
        List<SourceFile> files = [.. chart.Files, .. added.Keys];
        files.Sort(ChartFileOrder.Instance);
        return new CompletedChart(
            chart with { Files = files, Source = new CompletedSource(chart.Source, chart.Path, added) },
            [.. results.SelectMany(result => result.Fetched)]);
    }

    private async Task<Addition> GetAsync(Chart chart, ChartDependency locked, IReadOnlyList<string> above, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(locked.Repository))
        {
            throw DependencyFailure.NoFolder(chart, locked);
        }

        if (LocalDependencies.Is(locked))
        {
            return await PackLocalAsync(chart, locked, above, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return Addition.Of(locked, await _remote.FetchAsync(locked, cancellationToken).ConfigureAwait(false), []);
        }
        catch (ChartReleaseException exception)
        {
            throw DependencyFailure.NotFetched(chart, locked, exception);
        }
    }

    // A chart of this repository is packaged like any other of its charts, with what it lacks itself.
    private async Task<Addition> PackLocalAsync(Chart chart, ChartDependency locked, IReadOnlyList<string> above, CancellationToken cancellationToken)
    {
        var folder = LocalDependencies.FolderOf(chart, locked);
        if (above.Contains(folder))
        {
            throw DependencyFailure.Circle(chart, [.. above, folder]);
        }

        var part = ChartReader.Read(chart.Source, folder);
        if (part.Name != locked.Name || part.Version != locked.Version)
        {
            throw DependencyFailure.OtherVersion(chart, locked, part);
        }

        var complete = await CompleteAsync(part, [.. above, folder], cancellationToken).ConfigureAwait(false);
        using var buffer = new MemoryStream();
        ChartArchiveWriter.Write(complete.Chart, buffer, cancellationToken);
        return Addition.Of(locked, _scratch.Archives.Add(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)), complete.Fetched);
    }

    /// <summary>An archive for charts/.</summary>
    private sealed record Addition(string Path, CachedArchive Archive, IReadOnlyList<FetchedDependency> Fetched)
    {
        public static Addition Of(ChartDependency locked, CachedArchive archive, IReadOnlyList<FetchedDependency> others) => new(
            $"charts/{locked.Name}-{locked.Version}.tgz",
            archive,
            [new FetchedDependency(locked.Name, locked.Version!, locked.Repository!, archive.Digest, archive.Size), .. others]);
    }
}
