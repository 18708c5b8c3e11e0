using System.Text.Json.Serialization;

namespace Cake.ChartRelease.Helm.Search;

/// <summary>A chart in a repository.</summary>
public sealed record HelmFoundChart
{
    /// <summary>Repository and name, <c>REPO/NAME</c>.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Its version.</summary>
    [JsonPropertyName("version")]
    public required string Version { get; init; }

    /// <summary>Its appVersion; may be empty.</summary>
    [JsonPropertyName("app_version")]
    public string AppVersion { get; init; } = "";

    /// <summary>Its description; may be empty.</summary>
    [JsonPropertyName("description")]
    public string Description { get; init; } = "";
}
