namespace ChartRelease.Release.Progress;

/// <summary>What is being done to all charts.</summary>
public enum ReleasePhase
{
    /// <summary>They are sent.</summary>
    Push,

    /// <summary>They are read back.</summary>
    Verify,
}
