namespace ChartRelease.Release.Progress;

/// <summary>A progress that nobody watches.</summary>
public sealed class NullReleaseProgress : IReleaseProgress
{
    /// <summary>The shared instance.</summary>
    public static NullReleaseProgress Instance { get; } = new();

    /// <inheritdoc/>
    public void Report(ProgressEvent change)
    {
    }
}
