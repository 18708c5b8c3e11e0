namespace Cake.ChartRelease.Helm.Show;

/// <summary>Settings of the <c>helm show</c> commands.</summary>
public class HelmShowSettings : HelmChartReferenceSettings;
