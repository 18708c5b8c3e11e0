using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using ChartRelease.Charts.Dependencies;
using ChartRelease.Oci;

namespace ChartRelease.Release.Dependencies;

/// <summary>
/// Gives a chart the dependencies that Chart.lock names and charts/ lacks, exactly as locked: nothing is resolved anew, and nothing is written into
/// the chart folder. What its registry lacks and this run publishes there is packaged from the same commit. Safe for several threads.
/// </summary>
internal sealed class DependencyStage : IAsyncDisposable
{
    private readonly DependencyScratch _scratch = new();
    private readonly RemoteDependencies _remote;
    private readonly ReleaseOptions _options;
    private readonly OnceLog _log;

    /// <summary>Prepares; nothing is asked yet.</summary>
    public DependencyStage(ReleaseOptions options, IReleaseLog log)
    {
        _remote = new RemoteDependencies(options, _scratch, log, TimeProvider.System);
        (_options, _log) = (options, new OnceLog(log));
    }

    /// <summary>The chart itself when it needs nothing, else the chart with all its dependencies in charts/.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="neighbours">Finds a chart that the same run publishes, by its name.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.DependencyOutOfStep"/>: there is no lock, or it was made for other dependencies, or charts/ or the repository hold
    /// other versions. Else a dependency cannot be fetched.
    /// </exception>
    public Task<CompletedChart> CompleteAsync(Chart chart, Func<string, Chart?> neighbours, CancellationToken cancellationToken) =>
        CompleteAsync(chart, neighbours, [chart.Path], cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _remote.DisposeAsync().ConfigureAwait(false);
        _scratch.Dispose();
    }

    private async Task<CompletedChart> CompleteAsync(
        Chart chart, Func<string, Chart?> neighbours, IReadOnlyList<string> above, CancellationToken cancellationToken) =>
        DependencyLock.StateOf(chart) switch
        {
            DependencyState.None or DependencyState.Satisfied => new CompletedChart(chart, []),
            DependencyState.Incomplete => await AddMissingAsync(chart, neighbours, above, cancellationToken).ConfigureAwait(false),
            DependencyState.NotLocked => throw DependencyFailure.NotLocked(chart),
            DependencyState.OutOfStep => throw DependencyFailure.OutOfStep(chart),
            DependencyState.Stale => throw DependencyFailure.Stale(chart),
            var other => throw new ArgumentOutOfRangeException(nameof(chart), other, "No such state."),
        };

    private async Task<CompletedChart> AddMissingAsync(
        Chart chart, Func<string, Chart?> neighbours, IReadOnlyList<string> above, CancellationToken cancellationToken)
    {
        var missing = DependencyLock.Read(chart)!.Missing(chart).DistinctBy(dependency => (dependency.Name, dependency.Version)).ToList();
        var results = Steps.All(
            await Steps.TakeAsync(
                missing,
                _options.Registry.Parallelism,
                (dependency, token) => GetAsync(chart, dependency, neighbours, above, token),
                cancellationToken).ConfigureAwait(false),
            cancellationToken);
        var added = results.ToDictionary(result => new SourceFile(result.Path, result.Archive.Size, result.Archive.Digest.Value), result => result.Archive);
        List<SourceFile> files = [.. chart.Files, .. added.Keys];
        files.Sort(ChartFileOrder.Instance);
        return new CompletedChart(
            chart with { Files = files, Source = new CompletedSource(chart.Source, chart.Path, added) },
            [.. results.SelectMany(result => result.Fetched)]);
    }

    private async Task<Addition> GetAsync(
        Chart chart, ChartDependency locked, Func<string, Chart?> neighbours, IReadOnlyList<string> above, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(locked.Repository))
        {
            throw DependencyFailure.NoFolder(chart, locked);
        }

        if (LocalDependencies.Is(locked))
        {
            return await PackAsync(chart, locked, Local(chart, locked), neighbours, above, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return Addition.Of(locked, await _remote.FetchAsync(locked, cancellationToken).ConfigureAwait(false), []);
        }
        catch (NotPublishedException exception)
        {
            // Not as a filter of the catch: what that throws is lost.
            var neighbour = Neighbour(locked, neighbours) ?? throw DependencyFailure.NotFetched(chart, locked, exception);
            _log.Write(ReleaseLogLevel.Information, $"{locked.Name} {locked.Version} is not there yet: this run publishes it, and {chart.Name} gets it from {neighbour.Path}");
            return await PackAsync(chart, locked, neighbour, neighbours, above, cancellationToken).ConfigureAwait(false);
        }
        catch (ChartReleaseException exception)
        {
            throw DependencyFailure.NotFetched(chart, locked, exception);
        }
    }

    private static Chart Local(Chart chart, ChartDependency locked)
    {
        var folder = LocalDependencies.FolderOf(chart, locked);
        return ChartReader.Read(chart.Source, folder) is var part && part.Name == locked.Name && part.Version == locked.Version
            ? part
            : throw DependencyFailure.OtherVersion(chart, locked, part);
    }

    // A chart whose version is set for the build is not published under the one in Chart.yaml, which the lock names.
    private Chart? Neighbour(ChartDependency locked, Func<string, Chart?> neighbours) =>
        _options.VersionSources == VersionSources.Chart
        && _options.Registries.OfType<RegistryReference>().Any(target => target.Value == locked.Repository!.TrimEnd('/'))
        && neighbours(locked.Name) is { } chart && chart.Version == locked.Version ? chart : null;

    // Packaged like any other chart of the repository, with what it lacks itself.
    private async Task<Addition> PackAsync(
        Chart chart, ChartDependency locked, Chart part, Func<string, Chart?> neighbours, IReadOnlyList<string> above, CancellationToken cancellationToken)
    {
        if (above.Contains(part.Path))
        {
            throw DependencyFailure.Circle(chart, [.. above, part.Path]);
        }

        var complete = await CompleteAsync(part, neighbours, [.. above, part.Path], cancellationToken).ConfigureAwait(false);
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
