namespace Cake.ChartRelease.Helm.Dependency;

/// <summary>Settings of <c>helm dependency update</c>.</summary>
public sealed class HelmDependencyUpdateSettings : HelmDependencySettings;
