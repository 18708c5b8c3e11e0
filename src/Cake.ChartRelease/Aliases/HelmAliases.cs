using Cake.Core.Annotations;

namespace Cake.ChartRelease;

/// <summary>
/// helm's commands for Cake builds. Each runs helm once, and once more for its version when a helm is met for the first time. Failures
/// are <see cref="Helm.HelmException"/>s that hold helm's own message and never a secret.
/// </summary>
[CakeAliasCategory("Helm")]
[CakeNamespaceImport("Cake.ChartRelease.Helm")]
public static partial class HelmAliases;
