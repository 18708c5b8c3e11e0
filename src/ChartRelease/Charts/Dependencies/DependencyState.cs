namespace ChartRelease.Charts.Dependencies;

/// <summary>What a chart's dependencies need before it can be packaged.</summary>
public enum DependencyState
{
    /// <summary>The chart has no dependencies.</summary>
    None,

    /// <summary>Dependencies are declared and there is no lock file.</summary>
    NotLocked,

    /// <summary>The lock file was made for other dependencies.</summary>
    OutOfStep,

    /// <summary>Locked, and charts/ holds one of them in another version.</summary>
    Stale,

    /// <summary>Locked, and charts/ lacks some of them: they have to be fetched.</summary>
    Incomplete,

    /// <summary>Locked, and charts/ holds every one of them.</summary>
    Satisfied,
}
