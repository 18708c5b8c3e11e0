namespace Cake.ChartRelease.Helm.Registry;

/// <summary>Settings of <c>helm registry logout</c>.</summary>
public sealed class HelmRegistryLogoutSettings : HelmSettings;
