namespace ChartRelease.Charts;

/// <summary>What is to change in a Chart.yaml; everything else stays, byte for byte.</summary>
public sealed record ChartYamlChange
{
    /// <summary>The new chart version, or <see langword="null"/>. Whether it is a Semantic Version is the caller's concern.</summary>
    public string? Version { get; init; }

    /// <summary>The new application version, or <see langword="null"/>; added in quotes after <c>version</c> when the file has none.</summary>
    public string? AppVersion { get; init; }

    /// <summary>New version ranges by the place of the dependency in the list, from 0.</summary>
    public IReadOnlyDictionary<int, string> DependencyVersions { get; init; } = new Dictionary<int, string>();

    /// <summary>Lines of the annotation <c>artifacthub.io/changes</c>; <see langword="null"/> to leave it alone.</summary>
    public IReadOnlyList<string>? ArtifactHubChanges { get; init; }
}
