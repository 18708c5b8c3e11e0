using ChartRelease.Charts;
using ChartRelease.Git;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.Checking;
using ChartRelease.Release.Dependencies;
using ChartRelease.Release.History;
using ChartRelease.Release.Linting;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Reading;
using ChartRelease.Release.Sharding;
using ChartRelease.Release.Tagging;
using ChartRelease.Versioning;

namespace ChartRelease.Release;

/// <summary>The repository side of a run: reads it once, and again after a version change was committed.</summary>
internal sealed class ReleaseSources(ReleaseOptions options, IReleaseLog log) : IAsyncDisposable
{
    private readonly DependencyStage _dependencies = new(options, log);
    private RepositoryState? _state;
    private GitChartSource? _committed;
    private Task<ReleaseSource>? _reading;

    /// <summary>Full path of the repository root; of the working directory when there is no repository.</summary>
    public string Root { get; } = RepositoryRoot.Find(options.WorkingDirectory) ?? options.WorkingDirectory;

    /// <summary>Full path of something in the artifacts folder.</summary>
    public string Artifacts(string name) => Path.Combine(Root, options.Artifacts, name);

    /// <summary>The charts as they would be released; read once.</summary>
    public Task<ReleaseSource> ReadAsync(CancellationToken cancellationToken) => _reading ??= ReadOnceAsync(cancellationToken);

    /// <summary>Begins to read the charts while the run waits for something else. A failure is kept for whoever asks.</summary>
    public void ReadAhead(CancellationToken cancellationToken) => _reading ??= Task.Run(() => ReadOnceAsync(cancellationToken), cancellationToken);

    /// <summary>What lint looks at: the work tree, so that it helps before the commit; the committed files when a revision was named or there is no work tree.</summary>
    public async Task<LintSubjects> OpenForLintAsync(CancellationToken cancellationToken)
    {
        var (state, committed) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return options.IsHead && !state.Repository.IsBare
            ? new LintSubjects(new WorkTreeChartSource(state.Repository.Root), state.Folders, state.Repository.Root, _dependencies)
            : new LintSubjects(committed, state.Folders, root: null, _dependencies);
    }

    /// <summary>What was released of the charts, and what changed since.</summary>
    public async Task<ReleaseHistory> HistoryAsync(IPublishedReleases published, CancellationToken cancellationToken)
    {
        var source = await ReadAsync(cancellationToken).ConfigureAwait(false);
        var (state, committed) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        var reader = new HistoryReader(state.Repository, options.TagPatterns, published, options.Registry.Parallelism);
        var charts = source.Charts.Select(chart => HistorySubjects.Of(chart.Chart, committed));
        return await reader.ReadAsync(source.Commit, [.. charts], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Compares the committed charts with where the history left a revision.</summary>
    public async Task<CheckReport> CheckAsync(string since, CancellationToken cancellationToken)
    {
        var (state, committed) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        var charts = state.Folders.Select(folder => ChartReader.Read(committed, folder)).Select(chart => (chart, HistorySubjects.Of(chart, committed)));
        return await new RevisionCheck(state.Repository, state.Tree.Commit).CheckAsync(since, [.. charts], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sees to it that no version is published with other content than the one its Git tag names.</summary>
    public async Task<ReleasePlan> GuardAsync(ReleasePlan plan, CancellationToken cancellationToken)
    {
        var (state, _) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await new TagGuard(state.Repository, options.TagPatterns)
            .CheckAsync(plan with { Commit = state.Tree.Commit }, cancellationToken).ConfigureAwait(false);
    }

    public async Task<BumpReport> BumpAsync(BumpRequest request, CancellationToken cancellationToken)
    {
        var (state, _) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        BumpPreconditions.Check(state, options);
        var source = new WorkTreeChartSource(state.Repository.Root);
        var bumper = new ReleaseBumper(state.Repository.Root, new GitWriter(state.Repository));
        var report = await bumper.BumpAsync([.. state.Folders.Select(folder => ChartReader.Read(source, folder))], request, cancellationToken).ConfigureAwait(false);
        await ForgetAsync().ConfigureAwait(false);
        return report;
    }

    public async Task<IReadOnlyList<TaggedChart>> TagAsync(
        TagTemplate template, IReadOnlyList<PackagedChart> charts, CancellationToken cancellationToken)
    {
        var (state, _) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await new ReleaseTagger(state.Repository, template).TagAsync(charts, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ForgetAsync().ConfigureAwait(false);
        await _dependencies.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<ReleaseSource> ReadOnceAsync(CancellationToken cancellationToken)
    {
        var (state, committed) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await new ReleaseReader(state, committed, options.AllowDirty, _dependencies).ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<(RepositoryState State, GitChartSource Committed)> OpenAsync(CancellationToken cancellationToken)
    {
        if (_state is null || _committed is null)
        {
            var state = await RepositoryState.ReadAsync(options, cancellationToken).ConfigureAwait(false);
            _committed = state.Repository.OpenSource(state.Tree);
            _state = options.Plan.Shard is { } shard ? ShardedState.Limit(state, _committed, shard, options.Registries) : state;
        }

        return (_state, _committed);
    }

    private async Task ForgetAsync()
    {
        if (_reading is not null)
        {
            await ((Task)_reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_committed is not null)
        {
            await _committed.DisposeAsync().ConfigureAwait(false);
        }

        (_state, _committed, _reading) = (null, null, null);
    }
}
