namespace ChartRelease.Faults.Runs;

/// <summary>How a run said that it ended.</summary>
public enum RunOutcome
{
    /// <summary>The chart is published.</summary>
    Published,

    /// <summary>It is not.</summary>
    Failed,

    /// <summary>It did not end within its time.</summary>
    Hung,
}
