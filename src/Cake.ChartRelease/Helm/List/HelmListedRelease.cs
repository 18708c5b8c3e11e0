using System.Text.Json.Serialization;
using Cake.ChartRelease.Helm.Json;

namespace Cake.ChartRelease.Helm.List;

/// <summary>A release in a list.</summary>
public sealed record HelmListedRelease
{
    /// <summary>Name of the release.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Its namespace.</summary>
    [JsonPropertyName("namespace")]
    public required string Namespace { get; init; }

    /// <summary>Its revision, counted from 1.</summary>
    [JsonPropertyName("revision"), JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public required int Revision { get; init; }

    /// <summary>When it was deployed last.</summary>
    [JsonPropertyName("updated"), JsonConverter(typeof(GoTimeTextConverter))]
    public DateTimeOffset? Updated { get; init; }

    /// <summary>helm's word: <c>deployed</c>, <c>failed</c> …</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>Name and version of the chart, <c>NAME-VERSION</c>.</summary>
    [JsonPropertyName("chart")]
    public required string Chart { get; init; }

    /// <summary>appVersion of the chart; may be empty.</summary>
    [JsonPropertyName("app_version")]
    public string AppVersion { get; init; } = "";
}
