using System.Text.Json.Serialization;

namespace Cake.ChartRelease.Helm.Repo;

/// <summary>A chart repository that helm knows by name.</summary>
public sealed record HelmRepository
{
    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Its URL, without user information.</summary>
    [JsonPropertyName("url")]
    public required string Url { get; init; }
}
