namespace ChartRelease.Release;

/// <summary>Turns a cancelled step into a failure that says so.</summary>
internal static class Stoppable
{
    /// <summary>Runs a step.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.Cancelled"/> when the token was cancelled; else what the step throws.</exception>
    public static async Task<T> Run<T>(Func<Task<T>> step, CancellationToken cancellationToken)
    {
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new ChartReleaseException(
                FailureReason.Cancelled,
                "The run was stopped before it was done.",
                "A run to its end.",
                "Run the same command again: what is published already is skipped, what is missing is sent.",
                exception);
        }
    }
}
