namespace ChartRelease.Release.Planning;

/// <summary>What must be equal for a published version to count as the same.</summary>
public enum ContentComparison
{
    /// <summary>Config and archive. Annotations may differ.</summary>
    ConfigAndArchive,

    /// <summary>The archive alone: helm writes the config of what it pushes, and its JSON differs between versions.</summary>
    Archive,
}
