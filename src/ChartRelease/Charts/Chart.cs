namespace ChartRelease.Charts;

/// <summary>A chart as it would be packaged: its metadata and the files that .helmignore leaves.</summary>
public sealed record Chart
{
    /// <summary>Chart folder relative to the repository root, with <c>/</c> separators, no slash at the end.</summary>
    public required string Path { get; init; }

    /// <summary>Chart.yaml as data.</summary>
    public required ChartMetadata Metadata { get; init; }

    /// <summary>The files of the package, Chart.yaml first, then by ordinal order of the path.</summary>
    public required IReadOnlyList<SourceFile> Files { get; init; }

    /// <summary>Opens the files.</summary>
    public required IChartSource Source { get; init; }

    /// <summary>Shorthand for <c>Metadata.Name</c>.</summary>
    public string Name => Metadata.Name;

    /// <summary>Shorthand for <c>Metadata.Version</c>.</summary>
    public string Version => Metadata.Version;
}
