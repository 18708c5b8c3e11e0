using ChartRelease.Oci;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Progress;

namespace ChartRelease.Release.Verification;

/// <summary>Verifies every chart at every target, in parallel; one failure does not stop the others.</summary>
internal sealed class VerificationRun(
    Targets targets, ContentComparison comparison, Func<CancellationToken, Task<IHelmClient>> helm, int parallelism, IReleaseProgress progress)
{
    /// <returns>One entry per chart and target, in their order: the proof, or why there is none; also when the run is stopped.</returns>
    public async Task<IReadOnlyList<StepResult<VerifiedTarget>>> VerifyAsync(IReadOnlyList<PackagedChart> charts, CancellationToken cancellationToken)
    {
        var steps = charts.SelectMany(chart => targets.All.Select(target =>
            (Chart: chart, Name: target.Key, Target: target.Value, Told: ProgressStep.Of(chart, target.Key, target.Value)))).ToList();
        using var phase = new PhaseProgress(progress, ReleasePhase.Verify, steps.Select(step => step.Told));
        return await Steps.TakeAsync(
            steps,
            parallelism,
            async (step, token) => new VerifiedTarget(
                step.Chart,
                step.Name,
                await phase.ReadBackAsync(step.Told, step.Chart, chart => VerifyAsync(chart, step.Target, token)).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<Digest> VerifyAsync(PackagedChart chart, IReleaseTarget target, CancellationToken cancellationToken)
    {
        var withHelm = VerifyWithHelmAsync(chart, target, cancellationToken);
        var digest = ReleaseVerifier.VerifyAsync(chart, target.Repository(chart.Chart.Name), comparison, cancellationToken);

        // Both are waited for; our own answer, which names digests, goes before helm's.
        await Task.WhenAll(digest, withHelm).ConfigureAwait(false);
        return await digest.ConfigureAwait(false);
    }

    private async Task VerifyWithHelmAsync(PackagedChart chart, IReleaseTarget target, CancellationToken cancellationToken)
    {
        if (await targets.HelmAccessAsync(target, cancellationToken).ConfigureAwait(false) is { } access)
        {
            var client = await helm(cancellationToken).ConfigureAwait(false);
            await HelmVerifier.VerifyAsync(chart, access, client, cancellationToken).ConfigureAwait(false);
        }
    }
}
