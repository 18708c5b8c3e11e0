using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Package;
using Cake.Core;
using Cake.Core.Annotations;
using Cake.Core.IO;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Packages a chart into the working directory.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder.</param>
    /// <returns>The archive.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var archive = HelmPackage("./helm/app");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Package")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Package")]
    public static FilePath HelmPackage(this ICakeContext context, DirectoryPath chart) =>
        HelmPackage(context, chart, new HelmPackageSettings());

    /// <summary>Packages a chart with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The archive.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var archive = HelmPackage("./helm/app", new HelmPackageSettings { Destination = "./artifacts", Version = "1.2.3" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Package")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Package")]
    public static FilePath HelmPackage(this ICakeContext context, DirectoryPath chart, HelmPackageSettings settings) =>
        new HelmPackager(context).Package(settings, chart.FullPath, CancellationToken.None);
}
