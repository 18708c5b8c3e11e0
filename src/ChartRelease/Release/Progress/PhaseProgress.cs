using ChartRelease.Oci;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Release.Progress;

/// <summary>Tells about one phase, from its start to its disposal.</summary>
internal sealed class PhaseProgress : IDisposable
{
    private readonly IReleaseProgress _progress;
    private readonly ReleasePhase _phase;

    public PhaseProgress(IReleaseProgress progress, ReleasePhase phase, IEnumerable<ProgressStep> steps)
    {
        (_progress, _phase) = (progress, phase);
        progress.Report(new PhaseStarted(phase, [.. steps]));
    }

    /// <summary>Tells that there was nothing to do, or nothing that could be done.</summary>
    public void Pass(ProgressStep step, Failure? failure) =>
        _progress.Report(new StepEnded(step, failure is null ? StepOutcome.Skipped : StepOutcome.Failed));

    /// <summary>Tells about a push.</summary>
    /// <param name="step">The step.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="push">Pushes the chart it is given, whose bytes are counted.</param>
    /// <returns>What the push gives.</returns>
    public Task<T> PushAsync<T>(ProgressStep step, PackagedChart chart, Func<PackagedChart, Task<T>> push) =>
        TakeAsync(step, chart, push, _ => new StepEnded(step, StepOutcome.Published));

    /// <summary>Tells about reading a chart back.</summary>
    /// <param name="step">The step.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="readBack">Compares the chart it is given, whose bytes are counted; gives the digest its tag resolves to.</param>
    public Task<Digest> ReadBackAsync(ProgressStep step, PackagedChart chart, Func<PackagedChart, Task<Digest>> readBack) =>
        TakeAsync(step, chart, readBack, digest => new StepEnded(step, StepOutcome.ReadBack, digest));

    /// <inheritdoc/>
    public void Dispose() => _progress.Report(new PhaseEnded(_phase));

    // The manifest is a kilobyte that is asked for in its own way; without it a chart is whole when both its blobs are.
    private static long Total(PackagedChart chart) => chart.Config.Descriptor.Size + chart.Archive.Descriptor.Size;

    private async Task<T> TakeAsync<T>(ProgressStep step, PackagedChart chart, Func<PackagedChart, Task<T>> take, Func<T, StepEnded> end)
    {
        var counter = new ByteCounter(bytes => _progress.Report(new StepMoved(step, bytes)));
        _progress.Report(new StepStarted(step, Total(chart)));
        var ended = new StepEnded(step, StepOutcome.Failed);
        try
        {
            var result = await take(counter.Count(chart)).ConfigureAwait(false);
            ended = end(result);
            return result;
        }
        catch (OperationCanceledException)
        {
            ended = new StepEnded(step, StepOutcome.Stopped);
            throw;
        }
        finally
        {
            _progress.Report(ended);
        }
    }
}
