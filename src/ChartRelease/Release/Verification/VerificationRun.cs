using System.Collections.Concurrent;
using ChartRelease.Oci;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Verification;

/// <summary>Verifies every chart at every target, in parallel; one failure does not stop the others.</summary>
internal sealed class VerificationRun(
    Targets targets, ContentComparison comparison, Func<CancellationToken, Task<IHelmClient>> helm, int parallelism)
{
    /// <returns>One proof per chart and target, in their order.</returns>
    /// <exception cref="ChartReleaseException">What failed; several failures come as one.</exception>
    public async Task<IReadOnlyList<VerifiedTarget>> VerifyAsync(IReadOnlyList<PackagedChart> charts, CancellationToken cancellationToken)
    {
        var steps = charts.SelectMany(chart => targets.All.Select(target => (Chart: chart, Name: target.Key, Target: target.Value))).ToList();
        var proofs = new VerifiedTarget?[steps.Count];
        var failures = new ConcurrentDictionary<int, Failure>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, steps.Count), options, async (index, token) =>
        {
            var (chart, name, target) = steps[index];
            try
            {
                proofs[index] = new VerifiedTarget(chart, name, await VerifyAsync(chart, target, token).ConfigureAwait(false));
            }
            catch (ChartReleaseException exception)
            {
                failures[index] = exception.Failure;
            }
        }).ConfigureAwait(false);

        FailureList.ThrowIfAny([.. failures.OrderBy(failure => failure.Key).Select(failure => failure.Value)]);
        return [.. proofs.OfType<VerifiedTarget>()];
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
