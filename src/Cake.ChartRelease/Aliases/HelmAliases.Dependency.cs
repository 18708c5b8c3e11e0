using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Dependency;
using Cake.Core;
using Cake.Core.Annotations;
using Cake.Core.IO;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Fills charts/ with exactly what Chart.lock names.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmDependencyBuild("./helm/app");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Dependency")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Dependency")]
    public static void HelmDependencyBuild(this ICakeContext context, DirectoryPath chart) =>
        HelmDependencyBuild(context, chart, new HelmDependencyBuildSettings());

    /// <summary>Fills charts/ with exactly what Chart.lock names, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmDependencyBuild("./helm/app", new HelmDependencyBuildSettings { SkipRefresh = true });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Dependency")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Dependency")]
    public static void HelmDependencyBuild(this ICakeContext context, DirectoryPath chart, HelmDependencyBuildSettings settings) =>
        new HelmDependencyRunner<HelmDependencyBuildSettings>(context, "dependency build")
            .Run(settings, chart.FullPath, CancellationToken.None);

    /// <summary>Resolves the dependencies of Chart.yaml anew, writes Chart.lock and fills charts/.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmDependencyUpdate("./helm/app");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Dependency")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Dependency")]
    public static void HelmDependencyUpdate(this ICakeContext context, DirectoryPath chart) =>
        HelmDependencyUpdate(context, chart, new HelmDependencyUpdateSettings());

    /// <summary>Resolves the dependencies of Chart.yaml anew, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmDependencyUpdate("./helm/app", new HelmDependencyUpdateSettings { Verify = true });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Dependency")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Dependency")]
    public static void HelmDependencyUpdate(this ICakeContext context, DirectoryPath chart, HelmDependencyUpdateSettings settings) =>
        new HelmDependencyRunner<HelmDependencyUpdateSettings>(context, "dependency update")
            .Run(settings, chart.FullPath, CancellationToken.None);

    /// <summary>Lists the dependencies of a chart and whether charts/ holds them.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder.</param>
    /// <returns>One row per dependency.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// foreach (var dependency in HelmDependencyList("./helm/app"))
    /// {
    ///     Information("{0} {1}", dependency.Name, dependency.Status);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Dependency")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Dependency")]
    public static IReadOnlyList<HelmDependency> HelmDependencyList(this ICakeContext context, DirectoryPath chart) =>
        HelmDependencyList(context, chart, new HelmDependencyListSettings());

    /// <summary>Lists the dependencies of a chart, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>One row per dependency.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var missing = HelmDependencyList("./helm/app", new HelmDependencyListSettings()).Where(d => d.Status == "missing");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Dependency")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Dependency")]
    public static IReadOnlyList<HelmDependency> HelmDependencyList(
        this ICakeContext context, DirectoryPath chart, HelmDependencyListSettings settings) =>
        new HelmDependencyLister(context).List(settings, chart.FullPath, CancellationToken.None);
}
