using ChartRelease.Release.Bumping;
using ChartRelease.Release.Dependencies;
using ChartRelease.Release.History;
using ChartRelease.Release.Linting;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Promotion;
using ChartRelease.Release.Progress;
using ChartRelease.Release.Reporting;
using ChartRelease.Release.Reproduction;
using ChartRelease.Release.Tagging;

namespace ChartRelease.Release;

/// <summary>
/// One run of a release, step by step. A step that was not asked for is taken when a later one needs its result, and no step is
/// taken twice. Not safe for concurrent use.
/// </summary>
public sealed class ReleasePipeline : IAsyncDisposable
{
    private readonly ReleaseServices _services;
    private readonly ReleasePreparation _preparation;
    private readonly ReleaseExecution _execution;
    private ReleaseSteps _taken;
    private bool _hasFailed;

    /// <summary>Prepares a run; nothing is read yet.</summary>
    /// <param name="options">The settings of the run.</param>
    /// <param name="helm">Finds the helm client; called when it is first needed.</param>
    /// <param name="log">Gets what the steps tell.</param>
    /// <param name="progress">Gets how far pushing and reading back are.</param>
    public ReleasePipeline(ReleaseOptions options, Func<CancellationToken, Task<IHelmClient>> helm, IReleaseLog log, IReleaseProgress progress)
    {
        _services = new ReleaseServices(options, helm, log, progress);
        _preparation = new ReleasePreparation(_services);
        _execution = new ReleaseExecution(_services, _preparation);
    }

    /// <summary>The settings of the run.</summary>
    public ReleaseOptions Options => _services.Options;

    /// <summary>Whether a target of this name speaks HTTP.</summary>
    public bool UsesPlainHttp(string target) => _services.Targets.UsesPlainHttp(target);

    /// <summary>Checks the charts of the work tree, or of the commit when one was named.</summary>
    public Task<LintReport> LintAsync(CancellationToken cancellationToken) => StepAsync(async () =>
    {
        if (Options.Bump.IsRequested)
        {
            await _services.Sources.UndoBumpAsync(cancellationToken).ConfigureAwait(false);
        }

        using var subjects = await _services.Sources.OpenForLintAsync(cancellationToken).ConfigureAwait(false);
        var report = await ReleaseLinter.LintAsync(subjects, _services.Helm, ReadAhead, cancellationToken).ConfigureAwait(false);
        _taken |= report.IsClean ? ReleaseSteps.Lint : 0;
        return report;

        void ReadAhead()
        {
            // What comes next is read while helm works; a version change would make it void.
            if (!Options.Bump.IsRequested)
            {
                _services.Sources.ReadAhead(cancellationToken);
            }
        }
    }, cancellationToken);

    /// <summary>
    /// Undoes a version change that an earlier run began and did not end, because it was killed; nothing happens when there is none.
    /// <see cref="BumpAsync(CancellationToken)"/> does it too; this is for who looks at the work tree before.
    /// </summary>
    public Task UndoUnfinishedBumpAsync(CancellationToken cancellationToken) => StepAsync(async () =>
    {
        await _services.Sources.UndoBumpAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }, cancellationToken);

    /// <summary>Says what a version change would do, and does nothing.</summary>
    public Task<IReadOnlyList<BumpProposal>> ProposeBumpAsync(BumpRequest request, CancellationToken cancellationToken) => StepAsync(
        () => _services.Sources.ProposeBumpAsync(request, cancellationToken), cancellationToken);

    /// <summary>Makes the version change that the settings ask for.</summary>
    public Task<BumpReport> BumpAsync(CancellationToken cancellationToken) => BumpAsync(Options.Bump, cancellationToken);

    /// <summary>Makes a version change.</summary>
    /// <param name="request">The change; see <see cref="ReleaseOptions.Bump"/>.</param>
    /// <param name="cancellationToken">Stops it; the files are then as before.</param>
    public Task<BumpReport> BumpAsync(BumpRequest request, CancellationToken cancellationToken) => StepAsync(async () =>
    {
        var report = await _services.Sources.BumpAsync(request, cancellationToken).ConfigureAwait(false);
        _preparation.Forget();
        _taken |= ReleaseSteps.Bump;
        return report;
    }, cancellationToken);

    /// <summary>Writes <c>ARTIFACTS/charts/NAME-VERSION.tgz</c> of every chart.</summary>
    public Task<IReadOnlyList<PackagedChart>> PackageAsync(CancellationToken cancellationToken) => StepAsync(
        () => _preparation.PackageAsync(cancellationToken), cancellationToken);

    /// <summary>Proves that every target may be pushed to.</summary>
    /// <returns>One sentence per target.</returns>
    public Task<IReadOnlyList<string>> LoginAsync(CancellationToken cancellationToken) => StepAsync(async () =>
    {
        var source = await _services.Sources.ReadAsync(cancellationToken).ConfigureAwait(false);
        DirtyContent.ThrowIfLeaving(source.Charts, _services.Targets.All.Values);
        var login = new ReleaseLogin(_services.Targets, _services.States, _services.Helm, _services.Deadlines, Options);
        var proofs = await login.LoginAsync([.. source.Charts.Select(chart => chart.Chart)], cancellationToken).ConfigureAwait(false);
        _taken |= ReleaseSteps.Login;
        return proofs;
    }, cancellationToken);

    /// <summary>Finds out what was released of each chart, and what changed since.</summary>
    public Task<ReleaseHistory> HistoryAsync(CancellationToken cancellationToken) => StepAsync(
        () => _services.Sources.HistoryAsync(cancellationToken), cancellationToken);

    /// <summary>
    /// Decides what a push would do, without doing it, and says what changed since the last releases; archives that are not written yet are only
    /// measured. When <see cref="PlanRequest.Check"/> is asked for, nothing is planned: the plan holds the check.
    /// </summary>
    public Task<ReleasePlan> PlanAsync(CancellationToken cancellationToken) => StepAsync(
        () => _preparation.ShowAsync(cancellationToken), cancellationToken);

    /// <summary>Executes the plan. What was done is in <c>ARTIFACTS/release.json</c>, also after a failure.</summary>
    /// <param name="verifyFollows">
    /// Whether <see cref="VerifyAsync"/> comes next: then the failures of single charts wait for it, so that the others are read back first.
    /// If not, the tags written are resolved once more here.
    /// </param>
    /// <param name="cancellationToken">Stops the run.</param>
    public Task<ReleaseReport> PushAsync(bool verifyFollows, CancellationToken cancellationToken) => StepAsync(
        () => _execution.PushAsync(verifyFollows, cancellationToken), cancellationToken);

    /// <summary>Reads every chart back from every target and compares it, byte for byte; registries with the real helm as well.</summary>
    public Task<ReleaseReport> VerifyAsync(CancellationToken cancellationToken) => StepAsync(async () =>
    {
        var report = await _execution.VerifyAsync(cancellationToken).ConfigureAwait(false);
        _taken |= ReleaseSteps.Verify;
        return report;
    }, cancellationToken);

    /// <summary>Makes an annotated Git tag for every chart that was verified.</summary>
    public Task<IReadOnlyList<TaggedChart>> TagAsync(CancellationToken cancellationToken) => StepAsync(async () =>
    {
        var template = Options.TagTemplate ?? throw ReleaseTagger.NoTemplate();
        var tags = await _services.Sources.TagAsync(template, _execution.Proven, cancellationToken).ConfigureAwait(false);
        _taken |= ReleaseSteps.Tag;
        return tags;
    }, cancellationToken);

    /// <summary>The whole release: every step above that this run has not taken yet, in their order.</summary>
    /// <returns>What the run did.</returns>
    /// <exception cref="ChartReleaseException">A step failed, lint findings included; the same call in a new run does what is missing.</exception>
    public Task<ReleaseReport> PublishAsync(CancellationToken cancellationToken) =>
        new WholeRelease(this, _taken | (_execution.HasPushed ? ReleaseSteps.Push : 0)).RunAsync(cancellationToken);

    /// <summary>Copies published charts from <c>--from</c> to the targets. It needs neither helm nor, when the charts are named, a repository.</summary>
    /// <param name="show">Gets the plan before anything is sent.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public Task<PromotionReport> PromoteAsync(Action<PromotionPlan> show, CancellationToken cancellationToken) => StepAsync(
        () => new PromotionRun(Options, _services.Sources.Root, _services.Targets, _services.Deadlines, _services.Time, _services.Log).RunAsync(show, cancellationToken),
        cancellationToken);

    /// <summary>Rebuilds published charts from the commits they name and compares. It writes nothing anywhere.</summary>
    public Task<ReproductionReport> ReproduceAsync(CancellationToken cancellationToken) => StepAsync(async () =>
    {
        var dependencies = new DependencyStage(Options, _services.Log);
        await using var disposal = dependencies.ConfigureAwait(false);
        var run = new ReproductionRun(Options, _services.Targets, _services.Engine, dependencies, _services.Deadlines, _services.Log);
        return await run.RunAsync(cancellationToken).ConfigureAwait(false);
    }, cancellationToken);

    /// <summary>What the run did so far.</summary>
    public Task<ReleaseReport> ReportAsync(CancellationToken cancellationToken) => _execution.ReportAsync(cancellationToken);

    /// <summary>Deletes what earlier runs wrote to the artifacts folder.</summary>
    /// <returns>Full paths of what was deleted.</returns>
    public IReadOnlyList<string> Clean() => ArtifactsFolder.Clean(_services.Sources.Artifacts(""));

    /// <inheritdoc/>
    /// <remarks>
    /// When no step failed, a version change is over as well: the same command makes another one. After a failure, the same command in a new run takes
    /// the version that is committed, and goes on from there.
    /// </remarks>
    public async ValueTask DisposeAsync()
    {
        if (!_hasFailed && _taken.HasFlag(ReleaseSteps.Bump))
        {
            await EndBumpAsync().ConfigureAwait(false);
        }

        await _services.DisposeAsync().ConfigureAwait(false);
    }

    // What was released is released: that the journal of its version change could not be deleted is told, and no failure of the run.
    private async Task EndBumpAsync()
    {
        try
        {
            await _services.Sources.EndBumpAsync().ConfigureAwait(false);
        }
        catch (ChartReleaseException exception)
        {
            _services.Log.Write(ReleaseLogLevel.Warning, $"The journal of the version change was not ended: {exception.Failure.Found}");
        }
    }

    private async Task<T> StepAsync<T>(Func<Task<T>> step, CancellationToken cancellationToken)
    {
        try
        {
            return await Stoppable.Run(step, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _hasFailed = true;
            throw;
        }
    }
}
