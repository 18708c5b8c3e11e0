namespace Cake.ChartRelease.Helm.Plugin;

/// <summary>Settings of <c>helm plugin uninstall</c>.</summary>
public sealed class HelmPluginUninstallSettings : HelmSettings;
