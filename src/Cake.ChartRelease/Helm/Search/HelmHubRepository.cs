using System.Text.Json.Serialization;

namespace Cake.ChartRelease.Helm.Search;

/// <summary>A repository that a hub knows.</summary>
public sealed record HelmHubRepository
{
    /// <summary>Its name at the hub.</summary>
    [JsonPropertyName("name")]
    public string Name { get; init; } = "";

    /// <summary>Its URL.</summary>
    [JsonPropertyName("url")]
    public string Url { get; init; } = "";
}
