using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Publishing;
using ChartRelease.Release.Reporting;
using ChartRelease.Release.Verification;

namespace ChartRelease.Release;

/// <summary>The second half of a run: executes the plan, reads back what it did, and reports.</summary>
/// <param name="run">What the steps share.</param>
/// <param name="preparation">The packages and the plan.</param>
internal sealed class ReleaseExecution(ReleaseServices run, ReleasePreparation preparation)
{
    private IReadOnlyList<PublishOutcome> _outcomes = [];
    private IReadOnlyList<Failure> _unpublished = [];
    private IReadOnlyList<VerifiedTarget> _verified = [];

    /// <summary>The charts that were read back whole from a target.</summary>
    public IReadOnlyList<PackagedChart> Proven => [.. _verified.Select(proof => proof.Chart).Distinct()];

    /// <summary>Whether the plan was executed, if with failures of single charts.</summary>
    public bool HasPushed { get; private set; }

    /// <summary>Pushes; see <see cref="ReleasePipeline.PushAsync"/>.</summary>
    public async Task<ReleaseReport> PushAsync(bool verifyFollows, CancellationToken cancellationToken)
    {
        var (_, plan) = await preparation.DecideAsync(cancellationToken).ConfigureAwait(false);
        await preparation.ThrowIfOutdatedAsync(plan, cancellationToken).ConfigureAwait(false);
        var publisher = new ReleasePublisher(run.Engine, run.Targets.All, run.Options.Registry.Parallelism, run.Deadlines, run.Time, run.Progress);
        try
        {
            _outcomes = await publisher.PublishAsync(plan, cancellationToken).ConfigureAwait(false);
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
        HasPushed = true;
        var isOver = !verifyFollows || _outcomes.All(outcome => outcome.Failure is not null);
        return await CloseStepAsync(isOver ? [.. _unpublished] : [], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads back; see <see cref="ReleasePipeline.VerifyAsync"/>.</summary>
    public async Task<ReleaseReport> VerifyAsync(CancellationToken cancellationToken)
    {
        var (packages, _) = await preparation.DecideAsync(cancellationToken).ConfigureAwait(false);
        var verification = new VerificationRun(
            run.Targets, run.Engine.Comparison, run.Helm, run.Options.Registry.Parallelism, run.Deadlines, run.Time, run.Progress);
        var steps = VerificationStep.Of(_outcomes, packages, run.Targets.All.Keys);
        var results = await verification.VerifyAsync(steps, cancellationToken).ConfigureAwait(false);
        _verified = [.. results.Select(result => result.Result).OfType<VerifiedTarget>()];
        return await CloseStepAsync([.. _unpublished, .. results.Select(result => result.Failure).OfType<Failure>()], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the run did so far.</summary>
    public async Task<ReleaseReport> ReportAsync(CancellationToken cancellationToken)
    {
        var source = await run.Sources.ReadAsync(cancellationToken).ConfigureAwait(false);
        return ReleaseReportBuilder.Build(source, preparation.Plan ?? new ReleasePlan([]), _outcomes, _verified);
    }

    // The report is written also after a failure and when the run is being stopped: it says what was done. If it cannot be
    // written, that is told beside the failures of the step, not instead of them.
    private async Task<ReleaseReport> CloseStepAsync(List<Failure> failures, CancellationToken cancellationToken)
    {
        var report = await ReportAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            var path = run.Sources.Artifacts("release.json");
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
