using System.Text.Json.Serialization;
using Cake.ChartRelease.Helm.Json;

namespace Cake.ChartRelease.Helm.Status;

/// <summary>State and times of a release.</summary>
public sealed record HelmReleaseInfo
{
    /// <summary>helm's word: <c>deployed</c>, <c>failed</c>, <c>pending-install</c>, <c>superseded</c>, <c>uninstalled</c> …</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>What was done last, in words.</summary>
    [JsonPropertyName("description")]
    public string Description { get; init; } = "";

    /// <summary>When its first revision was deployed.</summary>
    [JsonPropertyName("first_deployed"), JsonConverter(typeof(GoTimeConverter))]
    public DateTimeOffset? FirstDeployed { get; init; }

    /// <summary>When this revision was deployed.</summary>
    [JsonPropertyName("last_deployed"), JsonConverter(typeof(GoTimeConverter))]
    public DateTimeOffset? LastDeployed { get; init; }

    /// <summary>When it was uninstalled; <see langword="null"/> when it was not.</summary>
    [JsonPropertyName("deleted"), JsonConverter(typeof(GoTimeConverter))]
    public DateTimeOffset? Deleted { get; init; }

    /// <summary>The rendered NOTES.txt.</summary>
    [JsonPropertyName("notes")]
    public string Notes { get; init; } = "";
}
