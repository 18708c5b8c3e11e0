namespace Cake.ChartRelease.Helm.Env;

/// <summary>Settings of <c>helm env</c>.</summary>
public sealed class HelmEnvSettings : HelmSettings;
