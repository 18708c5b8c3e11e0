using ChartRelease.Oci;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Progress;
using ChartRelease.Release.Publishing;

namespace ChartRelease.Release.Verification;

/// <summary>Verifies charts at targets, in parallel; one failure does not stop the others.</summary>
internal sealed class VerificationRun(
    Targets targets,
    ContentComparison comparison,
    Func<CancellationToken, Task<IHelmClient>> helm,
    int parallelism,
    Deadlines deadlines,
    TimeProvider time,
    IReleaseProgress progress)
{
    /// <summary>Reads back in full: by tag, by digest, byte for byte, with helm, and the tag once more when it has settled.</summary>
    /// <returns>One entry per step, in their order: the proof, or why there is none; also when the run is stopped.</returns>
    public async Task<IReadOnlyList<StepResult<VerifiedTarget>>> VerifyAsync(
        IReadOnlyList<VerificationStep> steps, CancellationToken cancellationToken)
    {
        using var phase = new PhaseProgress(progress, ReleasePhase.Verify, steps.Select(Told));
        return await Steps.TakeAsync(
            steps,
            parallelism,
            async (step, token) => new VerifiedTarget(
                step.Chart,
                step.Target,
                await phase.ReadBackAsync(
                    Told(step),
                    step.Chart,
                    counted => deadlines.RunAsync(
                        $"{Repository(step).Reference}:{step.Chart.Tag}", stop => VerifyAsync(step with { Chart = counted }, stop), token)).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
    }

    private ProgressStep Told(VerificationStep step) => ProgressStep.Of(step.Chart, step.Target, targets.All[step.Target]);

    private async Task<Digest> VerifyAsync(VerificationStep step, CancellationToken cancellationToken)
    {
        var withHelm = VerifyWithHelmAsync(step, cancellationToken);
        var digest = ReleaseVerifier.VerifyAsync(step.Chart, Repository(step), comparison, cancellationToken);

        // Both are waited for; our own answer, which names digests, goes before helm's.
        await Task.WhenAll(digest, withHelm).ConfigureAwait(false);
        if (step.SettledAt is { } settledAt)
        {
            var claim = TagClaim.Of(step.Chart, Repository(step), comparison);
            await SettledTag.CheckAsync(claim, settledAt, time, cancellationToken).ConfigureAwait(false);
        }

        return await digest.ConfigureAwait(false);
    }

    private IRepository Repository(VerificationStep step) => targets.All[step.Target].Repository(step.Chart.Chart.Name);

    private async Task VerifyWithHelmAsync(VerificationStep step, CancellationToken cancellationToken)
    {
        if (await targets.HelmAccessAsync(targets.All[step.Target], cancellationToken).ConfigureAwait(false) is { } access)
        {
            var client = await helm(cancellationToken).ConfigureAwait(false);
            await HelmVerifier.VerifyAsync(step.Chart, access, client, cancellationToken).ConfigureAwait(false);
        }
    }
}
