using System.Text.Json.Serialization;

namespace Cake.ChartRelease.Helm.Search;

/// <summary>A chart that a hub knows.</summary>
public sealed record HelmHubChart
{
    /// <summary>Its page at the hub.</summary>
    [JsonPropertyName("url")]
    public required string Url { get; init; }

    /// <summary>Its version.</summary>
    [JsonPropertyName("version")]
    public required string Version { get; init; }

    /// <summary>Its appVersion; may be empty.</summary>
    [JsonPropertyName("app_version")]
    public string AppVersion { get; init; } = "";

    /// <summary>Its description; may be empty.</summary>
    [JsonPropertyName("description")]
    public string Description { get; init; } = "";

    /// <summary>The repository that holds it; <see langword="null"/> when the hub does not say.</summary>
    [JsonPropertyName("repository")]
    public HelmHubRepository? Repository { get; init; }
}
