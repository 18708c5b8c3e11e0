namespace Cake.ChartRelease.Helm.Plugin;

/// <summary>Settings of <c>helm plugin update</c>.</summary>
public sealed class HelmPluginUpdateSettings : HelmSettings;
