using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Version;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Gets what helm this is.</summary>
    /// <param name="context">The context.</param>
    /// <returns>Version, commit and what it was built with.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmVersion().Version);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Version")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Version")]
    public static HelmVersionInfo HelmVersion(this ICakeContext context) =>
        HelmVersion(context, new HelmVersionSettings());

    /// <summary>Gets what helm this is, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>Version, commit and what it was built with.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var version = HelmVersion(new HelmVersionSettings { ToolPath = "./tools/helm" }).Version;
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Version")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Version")]
    public static HelmVersionInfo HelmVersion(this ICakeContext context, HelmVersionSettings settings) =>
        new HelmVersionReader(context).Read(settings, CancellationToken.None);

    /// <summary>Gets what <c>helm version</c> prints, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmVersionText(new HelmVersionSettings { ShortForm = true }));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Version")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Version")]
    public static string HelmVersionText(this ICakeContext context, HelmVersionSettings settings) =>
        new HelmVersionPrinter(context).Print(settings, CancellationToken.None);
}
