using System.Collections.Concurrent;
using ChartRelease.Release.Progress;

namespace ChartRelease.Tests.Release.Progress;

/// <summary>A progress that keeps what was told.</summary>
internal sealed class RecordingProgress : IReleaseProgress
{
    private readonly ConcurrentQueue<ProgressEvent> _events = new();

    public IReadOnlyList<ProgressEvent> Events => [.. _events];

    /// <summary>The counts of bytes, in order.</summary>
    public IReadOnlyList<long> Bytes => [.. _events.OfType<StepMoved>().Select(moved => moved.Bytes)];

    /// <summary>How the steps of a chart ended.</summary>
    public IReadOnlyList<StepOutcome> Outcomes(string chart) =>
        [.. _events.OfType<StepEnded>().Where(ended => ended.Step.Chart == chart).Select(ended => ended.Outcome)];

    public void Report(ProgressEvent change) => _events.Enqueue(change);
}
