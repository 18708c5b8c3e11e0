using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Cake.ChartRelease.Helm.Status;

/// <summary>A release: what helm says of it after an installation or upgrade, and when it is asked for its status.</summary>
public sealed record HelmReleaseStatus
{
    /// <summary>Name of the release.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Its namespace.</summary>
    [JsonPropertyName("namespace")]
    public required string Namespace { get; init; }

    /// <summary>Its revision, counted from 1.</summary>
    [JsonPropertyName("version")]
    public required int Revision { get; init; }

    /// <summary>Its state and times.</summary>
    [JsonPropertyName("info")]
    public required HelmReleaseInfo Info { get; init; }

    /// <summary>The values the user gave; <see langword="null"/> for none.</summary>
    [JsonPropertyName("config")]
    public JsonObject? Values { get; init; }

    /// <summary>The rendered manifests, without hooks.</summary>
    [JsonPropertyName("manifest")]
    public string Manifest { get; init; } = "";

    /// <summary>The hooks of the chart.</summary>
    [JsonPropertyName("hooks")]
    public IReadOnlyList<HelmHook> Hooks { get; init; } = [];

    /// <summary>How its objects were applied: <c>ssa</c> (by the server) or <c>csa</c>; <see langword="null"/> from helm 3.</summary>
    [JsonPropertyName("apply_method")]
    public string? ApplyMethod { get; init; }
}
