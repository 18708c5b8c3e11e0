using ChartRelease.Release.Bumping;
using ChartRelease.Release.Checking;
using ChartRelease.Release.Dependencies;
using ChartRelease.Release.Engines;
using ChartRelease.Release.History;
using ChartRelease.Release.Linting;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Promotion;
using ChartRelease.Release.Progress;
using ChartRelease.Release.Publishing;
using ChartRelease.Release.Reading;
using ChartRelease.Release.Reporting;
using ChartRelease.Release.Reproduction;
using ChartRelease.Release.Saved;
using ChartRelease.Release.Tagging;
using ChartRelease.Release.Verification;

namespace ChartRelease.Release;

/// <summary>
/// One run of a release, step by step. A step that was not asked for is taken when a later one needs its result, and no step is
/// taken twice. Not safe for concurrent use.
/// </summary>
public sealed class ReleasePipeline : IAsyncDisposable
{
    private readonly IReleaseLog _log;
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly IReleaseProgress _progress;
    private readonly Func<CancellationToken, Task<IHelmClient>> _helm;
    private readonly ReleaseSources _sources;
    private readonly Lazy<Targets> _targets;
    private readonly Deadlines _deadlines;
    private readonly Lazy<TargetStates> _states;
    private readonly Lazy<IReleaseEngine> _engine;
    private IReadOnlyList<PackagedChart>? _packages;
    private ReleasePlan? _plan;
    private IReadOnlyList<PublishOutcome> _outcomes = [];
    private IReadOnlyList<Failure> _unpublished = [];
    private IReadOnlyList<VerifiedTarget> _verified = [];
    private ReleaseSteps _taken;

    /// <summary>Prepares a run; nothing is read yet.</summary>
    /// <param name="options">The settings of the run.</param>
    /// <param name="helm">Finds the helm client; called when it is first needed.</param>
    /// <param name="log">Gets what the steps tell.</param>
    /// <param name="progress">Gets how far pushing and reading back are.</param>
    public ReleasePipeline(ReleaseOptions options, Func<CancellationToken, Task<IHelmClient>> helm, IReleaseLog log, IReleaseProgress progress)
    {
        Options = options;
        _helm = helm;
        _log = log;
        _progress = progress;
        _sources = new ReleaseSources(options, () => new PublishedReleases(_targets!.Value, _states!.Value, _deadlines!), log);
        _targets = new Lazy<Targets>(() => new Targets(options, _sources.Root, log, progress));
        _deadlines = new Deadlines(options.Registry.Deadline, _time);
        _states = new Lazy<TargetStates>(() => new TargetStates(_targets.Value, _deadlines, _time));
        _engine = new Lazy<IReleaseEngine>(() => options.Engine switch
        {
            EngineKind.Native => new NativeEngine(),
            EngineKind.Helm => new HelmEngine(helm, _targets.Value, new NativeEngine()),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Engine, "No such engine."),
        });
    }

    /// <summary>The settings of the run.</summary>
    public ReleaseOptions Options { get; }

    /// <summary>Whether a target of this name speaks HTTP.</summary>
    public bool UsesPlainHttp(string target) => _targets.Value.UsesPlainHttp(target);

    /// <summary>Checks the charts of the work tree, or of the commit when one was named.</summary>
    public Task<LintReport> LintAsync(CancellationToken cancellationToken) => Stoppable.Run(async () =>
    {
        if (Options.Bump.IsRequested)
        {
            await _sources.UndoBumpAsync(cancellationToken).ConfigureAwait(false);
        }

        using var subjects = await _sources.OpenForLintAsync(cancellationToken).ConfigureAwait(false);
        var report = await ReleaseLinter.LintAsync(subjects, _helm, ReadAhead, cancellationToken).ConfigureAwait(false);
        _taken |= report.IsClean ? ReleaseSteps.Lint : 0;
        return report;

        void ReadAhead()
        {
            // What comes next is read while helm works; a version change would make it void.
            if (!Options.Bump.IsRequested)
            {
                _sources.ReadAhead(cancellationToken);
            }
        }
    }, cancellationToken);

    /// <summary>
    /// Undoes a version change that an earlier run began and did not end, because it was killed; nothing happens when there is none.
    /// <see cref="BumpAsync(CancellationToken)"/> does it too; this is for who looks at the work tree before.
    /// </summary>
    public Task UndoUnfinishedBumpAsync(CancellationToken cancellationToken) => Stoppable.Run(async () =>
    {
        await _sources.UndoBumpAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }, cancellationToken);

    /// <summary>Says what a version change would do, and does nothing.</summary>
    public Task<IReadOnlyList<BumpProposal>> ProposeBumpAsync(BumpRequest request, CancellationToken cancellationToken) => Stoppable.Run(
        () => _sources.ProposeBumpAsync(request, cancellationToken), cancellationToken);

    /// <summary>Makes the version change that the settings ask for.</summary>
    public Task<BumpReport> BumpAsync(CancellationToken cancellationToken) => BumpAsync(Options.Bump, cancellationToken);

    /// <summary>Makes a version change.</summary>
    /// <param name="request">The change; see <see cref="ReleaseOptions.Bump"/>.</param>
    /// <param name="cancellationToken">Stops it; the files are then as before.</param>
    public Task<BumpReport> BumpAsync(BumpRequest request, CancellationToken cancellationToken) => Stoppable.Run(async () =>
    {
        var report = await _sources.BumpAsync(request, cancellationToken).ConfigureAwait(false);
        (_packages, _plan) = (null, null);
        _taken |= ReleaseSteps.Bump;
        return report;
    }, cancellationToken);

    /// <summary>Writes <c>ARTIFACTS/charts/NAME-VERSION.tgz</c> of every chart.</summary>
    public Task<IReadOnlyList<PackagedChart>> PackageAsync(CancellationToken cancellationToken) => Stoppable.Run(async () =>
        _packages ??= await PackageAsync((chart, stop) => _engine.Value.PackageAsync(chart, _sources.Artifacts("charts"), stop), cancellationToken).ConfigureAwait(false), cancellationToken);

    /// <summary>Proves that every target may be pushed to.</summary>
    /// <returns>One sentence per target.</returns>
    public Task<IReadOnlyList<string>> LoginAsync(CancellationToken cancellationToken) => Stoppable.Run(async () =>
    {
        var source = await _sources.ReadAsync(cancellationToken).ConfigureAwait(false);
        DirtyContent.ThrowIfLeaving(source.Charts, _targets.Value.All.Values);
        var login = new ReleaseLogin(_targets.Value, _states.Value, _helm, _deadlines, Options);
        var proofs = await login.LoginAsync([.. source.Charts.Select(chart => chart.Chart)], cancellationToken).ConfigureAwait(false);
        _taken |= ReleaseSteps.Login;
        return proofs;
    }, cancellationToken);

    /// <summary>Finds out what was released of each chart, and what changed since.</summary>
    public Task<ReleaseHistory> HistoryAsync(CancellationToken cancellationToken) => Stoppable.Run(
        () => _sources.HistoryAsync(cancellationToken), cancellationToken);

    /// <summary>
    /// Decides what a push would do, without doing it, and says what changed since the last releases; archives that are not written yet are only
    /// measured. When <see cref="PlanRequest.Check"/> is asked for, nothing is planned: the plan holds the check.
    /// </summary>
    public Task<ReleasePlan> PlanAsync(CancellationToken cancellationToken) => Stoppable.Run(async () => Options.Plan switch
    {
        { Check: true, Since: { } since } => new ReleasePlan([]) { Check = await _sources.CheckAsync(since, cancellationToken).ConfigureAwait(false) },
        { Check: true } => new ReleasePlan([]) { Check = ReleaseCheck.Check(await HistoryAsync(cancellationToken).ConfigureAwait(false)) },
        _ => await ForecastAsync(cancellationToken).ConfigureAwait(false),
    }, cancellationToken);

    /// <summary>Executes the plan. What was done is in <c>ARTIFACTS/release.json</c>, also after a failure.</summary>
    /// <param name="verifyFollows">
    /// Whether <see cref="VerifyAsync"/> comes next: then the failures of single charts wait for it, so that the others are read back first.
    /// If not, the tags written are resolved once more here.
    /// </param>
    /// <param name="cancellationToken">Stops the run.</param>
    public Task<ReleaseReport> PushAsync(bool verifyFollows, CancellationToken cancellationToken) => Stoppable.Run(async () =>
    {
        var packages = await PackageAsync(cancellationToken).ConfigureAwait(false);
        _plan ??= await DecideAsync(packages, cancellationToken).ConfigureAwait(false);
        await ThrowIfOutdatedAsync(_plan, cancellationToken).ConfigureAwait(false);
        var publisher = new ReleasePublisher(_engine.Value, _targets.Value.All, Options.Registry.Parallelism, _deadlines, _time, _progress);
        try
        {
            _outcomes = await publisher.PublishAsync(_plan, cancellationToken).ConfigureAwait(false);
        }
        catch (ChartReleaseException refusal)
        {
            return await CloseStepAsync([refusal.Failure], cancellationToken).ConfigureAwait(false);
        }

        if (!verifyFollows)
        {
            _outcomes = await publisher.SettleAsync(_outcomes, cancellationToken).ConfigureAwait(false);
        }

        _unpublished = [.. _outcomes.Select(outcome => outcome.Failure).OfType<Failure>()];
        _taken |= ReleaseSteps.Push;
        var isOver = !verifyFollows || _outcomes.All(outcome => outcome.Failure is not null);
        return await CloseStepAsync(isOver ? [.. _unpublished] : [], cancellationToken).ConfigureAwait(false);
    }, cancellationToken);

    /// <summary>Reads every chart back from every target and compares it, byte for byte; registries with the real helm as well.</summary>
    public Task<ReleaseReport> VerifyAsync(CancellationToken cancellationToken) => Stoppable.Run(async () =>
    {
        var packages = await PackageAsync(cancellationToken).ConfigureAwait(false);
        _plan ??= await DecideAsync(packages, cancellationToken).ConfigureAwait(false);
        var verification = new VerificationRun(
            _targets.Value, _engine.Value.Comparison, _helm, Options.Registry.Parallelism, _deadlines, _time, _progress);
        var steps = VerificationStep.Of(_outcomes, packages, _targets.Value.All.Keys);
        var results = await verification.VerifyAsync(steps, cancellationToken).ConfigureAwait(false);
        _verified = [.. results.Select(result => result.Result).OfType<VerifiedTarget>()];
        var report = await CloseStepAsync(
            [.. _unpublished, .. results.Select(result => result.Failure).OfType<Failure>()], cancellationToken).ConfigureAwait(false);
        _taken |= ReleaseSteps.Verify;
        return report;
    }, cancellationToken);

    /// <summary>Makes an annotated Git tag for every chart that was verified.</summary>
    public Task<IReadOnlyList<TaggedChart>> TagAsync(CancellationToken cancellationToken) => Stoppable.Run(async () =>
    {
        var template = Options.TagTemplate ?? throw ReleaseTagger.NoTemplate();
        var tags = await _sources.TagAsync(template, [.. _verified.Select(proof => proof.Chart).Distinct()], cancellationToken).ConfigureAwait(false);
        _taken |= ReleaseSteps.Tag;
        return tags;
    }, cancellationToken);

    /// <summary>The whole release: every step above that this run has not taken yet, in their order.</summary>
    /// <returns>What the run did.</returns>
    /// <exception cref="ChartReleaseException">A step failed, lint findings included; the same call in a new run does what is missing.</exception>
    public Task<ReleaseReport> PublishAsync(CancellationToken cancellationToken) => new WholeRelease(this, _taken).RunAsync(cancellationToken);

    /// <summary>Copies published charts from <c>--from</c> to the targets. It needs neither helm nor, when the charts are named, a repository.</summary>
    /// <param name="show">Gets the plan before anything is sent.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public Task<PromotionReport> PromoteAsync(Action<PromotionPlan> show, CancellationToken cancellationToken) => Stoppable.Run(
        () => new PromotionRun(Options, _sources.Root, _targets.Value, _deadlines, _time, _log).RunAsync(show, cancellationToken), cancellationToken);

    /// <summary>Rebuilds published charts from the commits they name and compares. It writes nothing anywhere.</summary>
    public Task<ReproductionReport> ReproduceAsync(CancellationToken cancellationToken) => Stoppable.Run(async () =>
    {
        var dependencies = new DependencyStage(Options, _log);
        await using var disposal = dependencies.ConfigureAwait(false);
        var run = new ReproductionRun(Options, _targets.Value, _engine.Value, dependencies, _deadlines, _log);
        return await run.RunAsync(cancellationToken).ConfigureAwait(false);
    }, cancellationToken);

    /// <summary>What the run did so far.</summary>
    public async Task<ReleaseReport> ReportAsync(CancellationToken cancellationToken)
    {
        var source = await _sources.ReadAsync(cancellationToken).ConfigureAwait(false);
        return ReleaseReportBuilder.Build(source, _plan ?? new ReleasePlan([]), _outcomes, _verified);
    }

    /// <summary>Deletes what earlier runs wrote to the artifacts folder.</summary>
    /// <returns>Full paths of what was deleted.</returns>
    public IReadOnlyList<string> Clean() => ArtifactsFolder.Clean(_sources.Artifacts(""));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_targets.IsValueCreated)
        {
            await _targets.Value.DisposeAsync().ConfigureAwait(false);
        }

        await _sources.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<PackagedChart>> PackageAsync(
        Func<SourcedChart, CancellationToken, Task<PackagedChart>> package, CancellationToken cancellationToken)
    {
        var source = await _sources.ReadAsync(cancellationToken).ConfigureAwait(false);
        var results = await Steps.TakeAsync(source.Charts, Environment.ProcessorCount, package, cancellationToken).ConfigureAwait(false);
        return Steps.All(results, cancellationToken);
    }

    private async Task<ReleasePlan> ForecastAsync(CancellationToken cancellationToken)
    {
        var reading = HistoryAsync(cancellationToken);
        try
        {
            var plan = await DecideAsideAsync(cancellationToken).ConfigureAwait(false);
            return ForecastPlan.Add(plan, await reading.ConfigureAwait(false), Options.Registries);
        }
        finally
        {
            // Also after a failure nothing goes on behind the caller's back.
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<ReleasePlan> DecideAsideAsync(CancellationToken cancellationToken)
    {
        if (_plan is not null || _packages is not null)
        {
            return _plan ??= await DecideAsync(_packages!, cancellationToken).ConfigureAwait(false);
        }

        // Not kept: a push needs archives that still exist.
        using var scratch = new ScratchFolder();
        var packages = await PackageAsync((chart, stop) => _engine.Value.MeasureAsync(chart, scratch.Path, stop), cancellationToken).ConfigureAwait(false);
        return await DecideAsync(packages, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ReleasePlan> DecideAsync(IReadOnlyList<PackagedChart> packages, CancellationToken cancellationToken)
    {
        var run = new PlanningRun(_targets.Value, _states.Value, _engine.Value.Comparison, Options, _log);
        var plan = await run.PlanAsync(packages, cancellationToken).ConfigureAwait(false);
        return await _sources.GuardAsync(plan, cancellationToken).ConfigureAwait(false);
    }

    private async Task ThrowIfOutdatedAsync(ReleasePlan plan, CancellationToken cancellationToken)
    {
        if (Options.Plan.File is { } file)
        {
            plan.ThrowIfUnknown();
            PlanComparison.ThrowIfMoved(await SavedPlanFile.ReadAsync(Path.Combine(Options.WorkingDirectory, file), file, cancellationToken).ConfigureAwait(false), plan, file);
        }
    }

    // The report is written also after a failure and when the run is being stopped: it says what was done. If it cannot be
    // written, that is told beside the failures of the step, not instead of them.
    private async Task<ReleaseReport> CloseStepAsync(List<Failure> failures, CancellationToken cancellationToken)
    {
        var report = await ReportAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            var path = _sources.Artifacts("release.json");
            await AtomicFile.WriteAsync(path, ReleaseReportJson.Serialize(report), CancellationToken.None).ConfigureAwait(false);
        }
        catch (ChartReleaseException exception)
        {
            failures.Add(exception.Failure);
        }

        cancellationToken.ThrowIfCancellationRequested();
        FailureList.ThrowIfAny(failures);
        return report;
    }
}
