using ChartRelease.Charts;
using ChartRelease.Git;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.Bumping.Journal;
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
/// <param name="options">The settings of the run.</param>
/// <param name="published">Asks the targets what they hold; called when the history is needed.</param>
/// <param name="log">Gets what is done.</param>
internal sealed class ReleaseSources(ReleaseOptions options, Func<IPublishedReleases> published, IReleaseLog log) : IAsyncDisposable
{
    private readonly DependencyStage _dependencies = new(options, log);
    private readonly OnceLog _bumpLog = new(log);
    private Task<(RepositoryState State, CommittedCharts Committed)>? _opening;
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
            : new LintSubjects(committed.Source, state.Folders, root: null, _dependencies);
    }

    /// <summary>What was released of the charts, and what changed since. Dependencies are not fetched for it.</summary>
    public async Task<ReleaseHistory> HistoryAsync(CancellationToken cancellationToken)
    {
        var (state, committed) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        var reader = new HistoryReader(state.Repository, options.TagPatterns, published(), options.Registry.Parallelism);
        var folders = state.Folders.Where(folder => committed.Source.List(folder).Any(file => file.Path == ChartYaml.FileName));
        return await reader.ReadAsync(state.Tree.Commit, HistorySubjects.In(committed, folders), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Compares the committed charts with where the history left a revision.</summary>
    public async Task<CheckReport> CheckAsync(string since, CancellationToken cancellationToken)
    {
        var (state, committed) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        var charts = state.Folders.Select(committed.Read).Select(chart => (chart, HistorySubjects.Of(chart, committed.Source)));
        return await new RevisionCheck(state.Repository, state.Tree.Commit).CheckAsync(since, [.. charts], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sees to it that no version is published with other content than the one its Git tag names.</summary>
    public async Task<ReleasePlan> GuardAsync(ReleasePlan plan, CancellationToken cancellationToken)
    {
        var (state, _) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await new TagGuard(state.Repository, options.TagPatterns)
            .CheckAsync(plan with { Commit = state.Tree.Commit }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says what a version change would do.</summary>
    public async Task<IReadOnlyList<BumpProposal>> ProposeBumpAsync(BumpRequest request, CancellationToken cancellationToken)
    {
        var (state, _) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await new BumpRun(state, options, HistoryAsync, TimeProvider.System, _bumpLog).ProposeAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Undoes a version change that an earlier run began and did not end.</summary>
    public async Task UndoBumpAsync(CancellationToken cancellationToken)
    {
        var (state, _) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        var journal = new BumpJournalFile(state.Repository.GitDirectory);
        if (journal.Exists)
        {
            using var held = journal.Lock();
            await new UnfinishedBump(state.Repository).EndEarlierAsync(log).ConfigureAwait(false);
            await ForgetAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Changes versions; what was read before is read anew, before it as well as after it: nobody else changes them meanwhile.</summary>
    public async Task<BumpReport> BumpAsync(BumpRequest request, CancellationToken cancellationToken)
    {
        var repository = await GitRepository.OpenAsync(options.WorkingDirectory, cancellationToken).ConfigureAwait(false);
        BumpPreconditions.ThrowIfBare(repository);
        var journal = new BumpJournalFile(repository.GitDirectory);
        using var held = journal.LockIfWritable(out var requireLock);
        var earlier = await new UnfinishedBump(repository).EndEarlierAsync(log).ConfigureAwait(false);
        await ForgetAsync().ConfigureAwait(false);
        var (state, _) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        var run = new BumpRun(state, options, HistoryAsync, TimeProvider.System, _bumpLog) { BeforeWriting = requireLock };
        var report = await run.BumpAsync(request, earlier, cancellationToken).ConfigureAwait(false);
        if (held is not null && report.Commit is null)
        {
            journal.Delete();
        }

        await ForgetAsync().ConfigureAwait(false);
        return report;
    }

    /// <summary>Ends a version change that is committed: what it was made for is done, so that the same command means another one from now on.</summary>
    public async Task EndBumpAsync()
    {
        var repository = _opening is { IsCompletedSuccessfully: true }
            ? (await _opening.ConfigureAwait(false)).State.Repository
            : await GitRepository.OpenAsync(options.WorkingDirectory, CancellationToken.None).ConfigureAwait(false);
        var journal = new BumpJournalFile(repository.GitDirectory);
        if (journal.Exists)
        {
            using var held = journal.Lock();
            if (await new UnfinishedBump(repository).EndEarlierAsync(log).ConfigureAwait(false) is not null)
            {
                journal.Delete();
            }
        }
    }

    public async Task<IReadOnlyList<TaggedChart>> TagAsync(
        TagTemplate template, IReadOnlyList<PackagedChart> charts, CancellationToken cancellationToken)
    {
        var (state, _) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await new ReleaseTagger(state.Repository, template, options.Bump.Push).TagAsync(charts, cancellationToken).ConfigureAwait(false);
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
        var source = await new ReleaseReader(state, committed, options.AllowDirty, _dependencies).ReadAsync(cancellationToken).ConfigureAwait(false);
        var versions = new BuildVersions(state, options, HistoryAsync);
        return source with { Charts = await versions.ApplyAsync(source.Charts, cancellationToken).ConfigureAwait(false) };
    }

    private Task<(RepositoryState State, CommittedCharts Committed)> OpenAsync(CancellationToken cancellationToken) =>
        _opening ??= OpenOnceAsync(cancellationToken);

    private async Task<(RepositoryState State, CommittedCharts Committed)> OpenOnceAsync(CancellationToken cancellationToken)
    {
        var state = await RepositoryState.ReadAsync(options, cancellationToken).ConfigureAwait(false);
        var committed = state.Repository.OpenSource(state.Tree);
        return (options.Plan.Shard is { } shard ? ShardedState.Limit(state, committed, shard, options.Registries) : state, new CommittedCharts(committed));
    }

    private async Task ForgetAsync()
    {
        if (_reading is not null)
        {
            await ((Task)_reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_opening is not null)
        {
            await ((Task)_opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_opening.IsCompletedSuccessfully)
            {
                await (await _opening.ConfigureAwait(false)).Committed.Source.DisposeAsync().ConfigureAwait(false);
            }
        }

        (_opening, _reading) = (null, null);
    }
}
