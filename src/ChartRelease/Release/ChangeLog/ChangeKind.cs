namespace ChartRelease.Release.ChangeLog;

/// <summary>The groups of Keep a Changelog (<see href="https://keepachangelog.com/en/1.1.0/"/>), in its order; Artifact Hub knows the same.</summary>
public enum ChangeKind
{
    /// <summary>New.</summary>
    Added,

    /// <summary>Other than before.</summary>
    Changed,

    /// <summary>Soon to go.</summary>
    Deprecated,

    /// <summary>Gone.</summary>
    Removed,

    /// <summary>Mended.</summary>
    Fixed,

    /// <summary>A weakness closed.</summary>
    Security,
}
