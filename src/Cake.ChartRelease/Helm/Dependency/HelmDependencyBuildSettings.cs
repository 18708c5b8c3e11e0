namespace Cake.ChartRelease.Helm.Dependency;

/// <summary>Settings of <c>helm dependency build</c>.</summary>
public sealed class HelmDependencyBuildSettings : HelmDependencySettings;
