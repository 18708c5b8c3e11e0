namespace ChartRelease.Charts.Dependencies;

/// <summary>A Chart.lock, or the requirements.lock of a v1 chart.</summary>
public sealed class DependencyLock
{
    /// <summary>Reads the chart's lock file; <see langword="null"/> when it has none.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/> with file and line.</exception>
    public static DependencyLock? Read(Chart chart) => throw new NotImplementedException();

    /// <summary>What the chart's dependencies need.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/> with file and line.</exception>
    public static DependencyState StateOf(Chart chart) => throw new NotImplementedException();
}
