namespace ChartRelease.Release;

/// <summary>Takes steps in parallel; one that fails does not stop the others, and what is done is known also when the run is stopped.</summary>
internal static class Steps
{
    private static readonly Failure Stopped = new(
        FailureReason.Cancelled, "The run was stopped before this was done.", "A run to its end.", "Run the same command again.");

    /// <summary>Takes every step.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="parallelism">Most steps at once.</param>
    /// <param name="take">Takes one; a <see cref="ChartReleaseException"/> is its failure.</param>
    /// <param name="cancellationToken">Stops the run: steps not done then have the failure <see cref="FailureReason.Cancelled"/>.</param>
    /// <param name="wait">Waits for what a step needs, before it counts as one of those at once.</param>
    /// <param name="end">Hears of the end of each step, whatever it was.</param>
    /// <returns>One entry per step, in their order: its result, or why there is none.</returns>
    public static async Task<IReadOnlyList<StepResult<T>>> TakeAsync<TStep, T>(
        IReadOnlyList<TStep> steps, int parallelism, Func<TStep, CancellationToken, Task<T>> take, CancellationToken cancellationToken,
        Func<TStep, CancellationToken, Task>? wait = null, Action<TStep, StepResult<T>>? end = null)
        where T : class
    {
        using var places = new SemaphoreSlim(parallelism);
        return await Task.WhenAll(steps.Select(TakeOneAsync)).ConfigureAwait(false);

        async Task<StepResult<T>> TakeOneAsync(TStep step)
        {
            var result = new StepResult<T>(null, Stopped);
            try
            {
                return result = await TryAsync(step).ConfigureAwait(false);
            }
            finally
            {
                // Also after what nobody foresaw: others wait for this.
                end?.Invoke(step, result);
            }
        }

        async Task<StepResult<T>> TryAsync(TStep step)
        {
            try
            {
                await (wait?.Invoke(step, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
                await places.WaitAsync(cancellationToken).ConfigureAwait(false);
                try
                {
                    return new StepResult<T>(await take(step, cancellationToken).ConfigureAwait(false), null);
                }
                finally
                {
                    places.Release();
                }
            }
            catch (ChartReleaseException exception)
            {
                return new StepResult<T>(null, exception.Failure);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return new StepResult<T>(null, Stopped);
            }
        }
    }

    /// <summary>The results of steps that are of use only together.</summary>
    /// <exception cref="ChartReleaseException">All failures there are.</exception>
    public static IReadOnlyList<T> All<T>(IReadOnlyList<StepResult<T>> results, CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        FailureList.ThrowIfAny([.. results.Select(result => result.Failure).OfType<Failure>()]);
        return [.. results.Select(result => result.Result!)];
    }
}

/// <summary>What came of a step: one of the two is there.</summary>
/// <param name="Result">What it gave.</param>
/// <param name="Failure">Why it gave nothing.</param>
internal sealed record StepResult<T>(T? Result, Failure? Failure)
    where T : class;
