using System.Text.Json.Serialization;

namespace Cake.ChartRelease.Helm.Get;

/// <summary>A dependency as a chart of a release names it.</summary>
public sealed record HelmRequirement
{
    /// <summary>Name of the chart.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Version or version range.</summary>
    [JsonPropertyName("version")]
    public string Version { get; init; } = "";

    /// <summary>Where it comes from; may be empty.</summary>
    [JsonPropertyName("repository")]
    public string Repository { get; init; } = "";
}
