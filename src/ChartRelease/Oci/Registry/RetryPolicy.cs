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
    private readonly string _repository;
    private readonly Action _retried;

    /// <summary>Makes the policy of one repository.</summary>
    /// <param name="options">Attempts and longest wait.</param>
    /// <param name="log">Gets a line for each repetition.</param>
    /// <param name="time">Times the waits.</param>
    /// <param name="repository">The repository as users write it.</param>
    /// <param name="retried">Called for each repetition.</param>
    public RetryPolicy(RegistryOptions options, IReleaseLog log, TimeProvider time, string repository, Action retried)
    {
        (_options, _log, _repository, _retried) = (options, log, repository, retried);
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
            throw new ChartReleaseException(Explain(exception), exception.InnerException);
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public Task RunAsync(Func<CancellationToken, Task> unit, CancellationToken cancellationToken) => RunAsync(
        async stop =>
        {
            await unit(stop).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    private ResiliencePipeline Build(TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = _options.Attempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(0.5),
            MaxDelay = TimeSpan.FromSeconds(15),
            ShouldHandle = arguments => ValueTask.FromResult(
                arguments.Outcome.Exception is RequestFailedException { IsTemporary: true } failed && !AsksTooMuch(failed)),
            DelayGenerator = arguments => ValueTask.FromResult(Wanted(arguments.Outcome.Exception)),
            OnRetry = Tell,
        })
        .Build();

    // A date that has passed by our clock, or no time at all, would waste the attempts on an instant: then our own wait counts.
    private static TimeSpan? Wanted(Exception? exception) =>
        exception is RequestFailedException { RetryAfter: { } wait } && wait > TimeSpan.Zero ? wait : null;

    // A wait that was cut short would only be refused again, and be counted against the user.
    private bool AsksTooMuch(RequestFailedException failed) => failed.RetryAfter > _options.RetryAfterCeiling;

    private Failure Explain(RequestFailedException failed) => !failed.IsTemporary || !AsksTooMuch(failed) ? failed.Failure : failed.Failure with
    {
        Expected = string.Create(CultureInfo.InvariantCulture, $"A wait of {_options.RetryAfterCeiling.TotalSeconds:0.#} s at most (--retry-after-limit)."),
        Next = "Run the same command again after that time, or raise --retry-after-limit: what is published already is not sent twice.",
    };

    private ValueTask Tell(OnRetryArguments<object> arguments)
    {
        var summary = (arguments.Outcome.Exception as RequestFailedException)?.Summary;
        var wait = arguments.RetryDelay.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        _log.Write(ReleaseLogLevel.Warning, $"{_repository}: {summary}; trying again in {wait} s ({arguments.AttemptNumber + 2} of {_options.Attempts})");
        _retried();
        return ValueTask.CompletedTask;
    }
}
