namespace Cake.ChartRelease.Helm.Push;

/// <summary>Settings of <c>helm push</c>. Credentials come from <see cref="HelmSettings.RegistryConfig"/>.</summary>
public sealed class HelmPushSettings : HelmConnectionSettings
{
}
