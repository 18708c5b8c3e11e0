using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Create;
using Cake.Core;
using Cake.Core.Annotations;
using Cake.Core.IO;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Writes a new chart.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder; its name becomes the chart's.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmCreate("./helm/shop");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Create")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Create")]
    public static void HelmCreate(this ICakeContext context, DirectoryPath chart) =>
        HelmCreate(context, chart, new HelmCreateSettings());

    /// <summary>Writes a new chart, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder; its name becomes the chart's.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmCreate("./helm/shop", new HelmCreateSettings { Starter = "service" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Create")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Create")]
    public static void HelmCreate(this ICakeContext context, DirectoryPath chart, HelmCreateSettings settings) =>
        new HelmCreator(context).Create(settings, chart.FullPath, CancellationToken.None);
}
