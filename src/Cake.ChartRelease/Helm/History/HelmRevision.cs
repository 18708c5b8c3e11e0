using System.Text.Json.Serialization;
using Cake.ChartRelease.Helm.Json;

namespace Cake.ChartRelease.Helm.History;

/// <summary>One revision of a release.</summary>
public sealed record HelmRevision
{
    /// <summary>Its number, counted from 1.</summary>
    [JsonPropertyName("revision")]
    public required int Revision { get; init; }

    /// <summary>When it was deployed.</summary>
    [JsonPropertyName("updated"), JsonConverter(typeof(GoTimeConverter))]
    public DateTimeOffset? Updated { get; init; }

    /// <summary>helm's word: <c>deployed</c>, <c>superseded</c>, <c>failed</c> …</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>Name and version of the chart, <c>NAME-VERSION</c>.</summary>
    [JsonPropertyName("chart")]
    public required string Chart { get; init; }

    /// <summary>appVersion of the chart; may be empty.</summary>
    [JsonPropertyName("app_version")]
    public string AppVersion { get; init; } = "";

    /// <summary>What was done, in words.</summary>
    [JsonPropertyName("description")]
    public string Description { get; init; } = "";
}
