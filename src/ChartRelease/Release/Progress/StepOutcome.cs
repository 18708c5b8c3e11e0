namespace ChartRelease.Release.Progress;

/// <summary>How a step ended.</summary>
public enum StepOutcome
{
    /// <summary>The target had the chart already: nothing was to be done.</summary>
    Skipped,

    /// <summary>The chart was sent.</summary>
    Published,

    /// <summary>The chart was read back and is the same.</summary>
    ReadBack,

    /// <summary>It failed; the failure itself is told at the end of the run.</summary>
    Failed,

    /// <summary>The run was stopped meanwhile.</summary>
    Stopped,
}
