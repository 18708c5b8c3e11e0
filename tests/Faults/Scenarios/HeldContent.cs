namespace ChartRelease.Faults.Scenarios;

/// <summary>What a registry holds under the version's tag.</summary>
public enum HeldContent
{
    /// <summary>Nothing.</summary>
    Absent,

    /// <summary>The chart, all of it.</summary>
    Ours,

    /// <summary>Another publisher's chart, all of it.</summary>
    Other,

    /// <summary>A manifest whose blobs are missing or damaged. Nothing may ever leave that behind.</summary>
    Broken,
}
