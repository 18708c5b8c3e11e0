using System.Text.Json.Serialization;

namespace Cake.ChartRelease.Helm.Status;

/// <summary>A hook of a release.</summary>
public sealed record HelmHook
{
    /// <summary>Name of the object.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Its kind, such as <c>Job</c>.</summary>
    [JsonPropertyName("kind")]
    public string Kind { get; init; } = "";

    /// <summary>The template it comes from.</summary>
    [JsonPropertyName("path")]
    public string Path { get; init; } = "";

    /// <summary>When it runs, such as <c>pre-install</c> and <c>test</c>.</summary>
    [JsonPropertyName("events")]
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>The rendered object.</summary>
    [JsonPropertyName("manifest")]
    public string Manifest { get; init; } = "";
}
