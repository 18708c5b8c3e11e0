using System.Text.Json;
using System.Text.Json.Serialization;
using Cake.ChartRelease.Helm.Get;
using Cake.ChartRelease.Helm.History;
using Cake.ChartRelease.Helm.List;
using Cake.ChartRelease.Helm.Repo;
using Cake.ChartRelease.Helm.Search;
using Cake.ChartRelease.Helm.Status;

namespace Cake.ChartRelease.Helm.Json;

/// <summary>How the records are read; written by the compiler, so that nothing is looked up at run time.</summary>
[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(HelmReleaseStatus))]
[JsonSerializable(typeof(HelmReleaseMetadata))]
[JsonSerializable(typeof(IReadOnlyList<HelmRevision>))]
[JsonSerializable(typeof(IReadOnlyList<HelmListedRelease>))]
[JsonSerializable(typeof(IReadOnlyList<HelmRepository>))]
[JsonSerializable(typeof(IReadOnlyList<HelmFoundChart>))]
[JsonSerializable(typeof(IReadOnlyList<HelmHubChart>))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class HelmJsonContext : JsonSerializerContext;
