using System.Collections.Concurrent;
using ChartRelease.Release.Settings;

namespace ChartRelease.Release;

/// <summary>
/// How long all that is done for one chart at one target may take, retries and waits included. The steps of a run share one budget for each
/// chart and target; what one chart spends is no other's loss.
/// </summary>
/// <param name="limit">The budget; see <see cref="Oci.RegistryOptions.Deadline"/>.</param>
/// <param name="time">Measures it.</param>
internal sealed class Deadlines(TimeSpan limit, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TimeSpan> _spent = new(StringComparer.Ordinal);

    /// <summary>Runs a step with what is left of the budget of its chart and target.</summary>
    /// <param name="reference">The chart at the target, as users write it; the same text means the same budget.</param>
    /// <param name="step">The step; its token is cancelled when the budget is spent.</param>
    /// <param name="cancellationToken">Stops the step for reasons of its own.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RegistryUnreachable"/>: the budget is spent. Else what the step throws.</exception>
    public async Task<T> RunAsync<T>(string reference, Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken)
    {
        var left = limit - _spent.GetValueOrDefault(reference);
        if (left <= TimeSpan.Zero)
        {
            throw Passed(reference, null);
        }

        using var clock = new CancellationTokenSource(left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        var start = time.GetTimestamp();
        try
        {
            return await step(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (clock.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Passed(reference, exception);
        }
        finally
        {
            var elapsed = time.GetElapsedTime(start);
            _spent.AddOrUpdate(reference, elapsed, (_, before) => before + elapsed);
        }
    }

    private ChartReleaseException Passed(string reference, Exception? cause) => new(
        FailureReason.RegistryUnreachable,
        $"{reference} was not done within {Duration.Show(limit)}.",
        "All that is done for one chart at one target within the deadline, retries and waits included.",
        "Look at the warnings before this; then run the same command again (what is published already is not sent twice), or raise --deadline.",
        cause);
}
