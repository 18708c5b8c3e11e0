namespace Cake.ChartRelease.Helm.Dependency;

/// <summary>One dependency of a chart and whether charts/ holds it.</summary>
/// <param name="Name">Name of the chart.</param>
/// <param name="Version">Version or version range, as in Chart.yaml.</param>
/// <param name="Repository">Where it comes from; empty for a chart that stands in charts/ unpacked.</param>
/// <param name="Status">helm's word: <c>ok</c>, <c>missing</c>, <c>unpacked</c>, <c>wrong version</c> …</param>
public sealed record HelmDependency(string Name, string Version, string Repository, string Status);
