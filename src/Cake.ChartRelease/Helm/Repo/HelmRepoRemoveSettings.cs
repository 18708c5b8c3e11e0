namespace Cake.ChartRelease.Helm.Repo;

/// <summary>Settings of <c>helm repo remove</c>.</summary>
public sealed class HelmRepoRemoveSettings : HelmSettings;
