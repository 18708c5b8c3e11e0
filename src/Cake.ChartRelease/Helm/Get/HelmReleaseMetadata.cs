using System.Text.Json.Serialization;
using Cake.ChartRelease.Helm.Json;

namespace Cake.ChartRelease.Helm.Get;

/// <summary>What a release is made of.</summary>
public sealed record HelmReleaseMetadata
{
    /// <summary>Name of the release.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Its namespace.</summary>
    [JsonPropertyName("namespace")]
    public required string Namespace { get; init; }

    /// <summary>Its revision, counted from 1.</summary>
    [JsonPropertyName("revision")]
    public required int Revision { get; init; }

    /// <summary>helm's word: <c>deployed</c>, <c>failed</c> …</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>When it was deployed.</summary>
    [JsonPropertyName("deployedAt"), JsonConverter(typeof(GoTimeConverter))]
    public DateTimeOffset? DeployedAt { get; init; }

    /// <summary>Name of the chart.</summary>
    [JsonPropertyName("chart")]
    public required string Chart { get; init; }

    /// <summary>Version of the chart.</summary>
    [JsonPropertyName("version")]
    public required string Version { get; init; }

    /// <summary>appVersion of the chart; may be empty.</summary>
    [JsonPropertyName("appVersion")]
    public string AppVersion { get; init; } = "";

    /// <summary>Annotations of the chart. Helm 3.16 and later tell them.</summary>
    [JsonPropertyName("annotations")]
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();

    /// <summary>Labels of the release. Helm 3.16 and later tell them.</summary>
    [JsonPropertyName("labels")]
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Dependencies of the chart. Helm 3.16 and later tell them.</summary>
    [JsonPropertyName("dependencies")]
    public IReadOnlyList<HelmRequirement> Dependencies { get; init; } = [];

    /// <summary>How its objects were applied: <c>ssa</c> (by the server) or <c>csa</c>; <see langword="null"/> from helm 3.</summary>
    [JsonPropertyName("applyMethod")]
    public string? ApplyMethod { get; init; }
}
