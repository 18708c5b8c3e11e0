namespace Cake.ChartRelease.Helm;

/// <summary>Runs Cake's synchronous processes without blocking the caller.</summary>
internal static class Background
{
    /// <summary>How long a killed process may take to be gone, so that its files can be deleted.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Runs on a thread of its own: the pool has few, and each waits until its process ends. When cancelled, ends soon even if a child of the process keeps its output open.</summary>
    public static async Task<T> Run<T>(Func<CancellationToken, T> action, CancellationToken cancellationToken)
    {
        var run = Task.Factory.StartNew(
            () => Guarded(action, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return await run.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !run.IsCompleted)
        {
            await ((Task)run).WaitAsync(Grace, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private static T Guarded<T>(Func<CancellationToken, T> action, CancellationToken cancellationToken)
    {
        try
        {
            return action(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw HelmFailures.CannotWrite(exception);
        }
    }

    /// <inheritdoc cref="Run{T}"/>
    public static Task Run(Action<CancellationToken> action, CancellationToken cancellationToken) =>
        Run(
            token =>
            {
                action(token);
                return true;
            },
            cancellationToken);
}
