namespace ChartRelease.Release.Progress;

/// <summary>Where a release tells how far it is. The host decides what is shown; the log gets none of this.</summary>
public interface IReleaseProgress
{
    /// <summary>
    /// Takes one change. Called from several threads at once, for every few kilobytes that are sent: it returns quickly and throws nothing.
    /// </summary>
    /// <param name="change">What changed.</param>
    void Report(ProgressEvent change);
}
