using System.Globalization;
using Polly;
using Polly.Retry;

namespace ChartRelease.Oci.Registry;

/// <summary>
/// Runs what is safe to repeat until it succeeds, fails for good, or the attempts are used up: exponential with jitter from half a second,
/// or as long as Retry-After asks.
/// </summary>
internal sealed class RetryPolicy
{
    private readonly ResiliencePipeline _pipeline;
    private readonly RegistryOptions _options;
    private readonly IReleaseLog _log;

    public RetryPolicy(RegistryOptions options, IReleaseLog log, TimeProvider time)
    {
        _options = options;
        _log = log;
        _pipeline = options.Attempts > 1 ? Build(time) : ResiliencePipeline.Empty;
    }

    /// <summary>Runs a unit of requests that may be repeated as a whole.</summary>
    /// <exception cref="ChartReleaseException">The failure of the last attempt.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> unit, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (work, token) => await work(token).ConfigureAwait(false), unit, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception)
        {
            throw new ChartReleaseException(exception.Failure, exception.InnerException);
        }
    }

    private ResiliencePipeline Build(TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = _options.Attempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(0.5),
            MaxDelay = TimeSpan.FromSeconds(15),
            ShouldHandle = arguments => ValueTask.FromResult(IsWorthRepeating(arguments.Outcome.Exception)),
            DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as RequestFailedException)?.RetryAfter),
            OnRetry = Tell,
        })
        .Build();

    // A wait that was cut short would only be refused again, and be counted against the user.
    private bool IsWorthRepeating(Exception? exception) =>
        exception is RequestFailedException { IsTemporary: true } failed && (failed.RetryAfter ?? TimeSpan.Zero) <= _options.RetryAfterCeiling;

    private ValueTask Tell(OnRetryArguments<object> arguments)
    {
        var summary = (arguments.Outcome.Exception as RequestFailedException)?.Summary;
        var wait = arguments.RetryDelay.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        _log.Write(ReleaseLogLevel.Warning, $"{summary}; trying again in {wait} s ({arguments.AttemptNumber + 2} of {_options.Attempts})");
        return ValueTask.CompletedTask;
    }
}
