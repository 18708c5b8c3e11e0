using System.Diagnostics;
using ChartRelease.Faults.Scenarios;
using ChartRelease.Oci;
using ChartRelease.Oci.Registry;
using ChartRelease.Release;
using ChartRelease.Release.Engines;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Progress;
using ChartRelease.Release.Publishing;
using ChartRelease.Release.Verification;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Faults.Runs;

/// <summary>A release of ours in this process: resolve, plan, publish, read back. Only the waits between attempts are not waited for.</summary>
public static class OurRun
{
    /// <summary>Runs a scenario.</summary>
    public static async Task<RunResult> RunAsync(FaultBed bed, Scenario scenario, CancellationToken cancellationToken)
    {
        var time = new ImpatientTime();
        var start = time.GetUtcNow();
        var log = new RecordingLog();
        await using var stage = await Stage.SetAsync(bed, scenario, time, cancellationToken);
        var watch = Stopwatch.StartNew();
        var exception = await TryAsync(stage, scenario, log, time, cancellationToken);
        var elapsed = watch.Elapsed;
        var text = $"{log.Text}\n{exception}\n{exception?.Failure}";
        var (held, digest) = await stage.ReadAsync(cancellationToken);
        return new()
        {
            Outcome = exception is null ? RunOutcome.Published : RunOutcome.Failed,
            Reason = exception?.Reason,
            Text = text,
            Time = elapsed,
            Waited = time.GetUtcNow() - start,
            Held = held,
            Digest = digest,
            Expected = stage.Chart.Manifest.Descriptor.Digest.Value,
            Exchanges = stage.Proxy.Exchanges,
            Elsewhere = stage.Storage.Exchanges,
            Secrets = bed.FindSecrets(text),
        };
    }

    private static async Task<ChartReleaseException?> TryAsync(
        Stage stage, Scenario scenario, RecordingLog log, TimeProvider time, CancellationToken cancellationToken)
    {
        var options = new RegistryOptions
        {
            Username = FaultBed.Account.User,
            Password = new Secret(FaultBed.Account.Password),
            Environment = _ => null,
            Timeout = scenario.Timeout ?? new RegistryOptions().Timeout,
        };
        await using var target = new RegistryTarget((RegistryReference)TargetReference.Parse(stage.Target), options, log, time);
        try
        {
            await ReleaseAsync(stage.Chart, target, cancellationToken);
            return null;
        }
        catch (ChartReleaseException exception)
        {
            return exception;
        }
    }

    private static async Task ReleaseAsync(PackagedChart chart, RegistryTarget target, CancellationToken cancellationToken)
    {
        var engine = new NativeEngine();
        var name = target.Reference.Value;
        var repository = target.Repository(chart.Chart.Name);
        var published = await repository.ResolveAsync(chart.Tag, cancellationToken);
        // A clock that stands still: whether a look has become old depends on the machine, and the requests are counted.
        var clock = new SteppedTime();
        var state = new TargetState(name, $"{repository.Reference}:{chart.Tag}", published) { AskedAt = clock.GetTimestamp() };
        var planned = ReleasePlanner.Plan(chart, [state], engine.Comparison);
        var publisher = new ReleasePublisher(
            engine,
            new Dictionary<string, IReleaseTarget> { [name] = target },
            parallelism: 4,
            new Deadlines(new RegistryOptions().Deadline, clock),
            clock,
            NullReleaseProgress.Instance);
        var outcomes = await publisher.PublishAsync(new ReleasePlan([planned]), cancellationToken);
        if (outcomes.Select(outcome => outcome.Failure).FirstOrDefault(failure => failure is not null) is { } failure)
        {
            throw new ChartReleaseException(failure);
        }

        await ReleaseVerifier.VerifyAsync(chart, repository, engine.Comparison, cancellationToken);
    }
}
