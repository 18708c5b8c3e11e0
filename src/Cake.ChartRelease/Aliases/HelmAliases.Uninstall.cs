using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Uninstall;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Deletes a release.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmUninstall("shop");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Uninstall")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Uninstall")]
    public static void HelmUninstall(this ICakeContext context, string release) =>
        HelmUninstall(context, release, new HelmUninstallSettings());

    /// <summary>Deletes a release, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmUninstall("shop", new HelmUninstallSettings { KeepHistory = true, Apply = { Wait = true } });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Uninstall")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Uninstall")]
    public static void HelmUninstall(this ICakeContext context, string release, HelmUninstallSettings settings) =>
        new HelmUninstaller(context).Uninstall(settings, [release], CancellationToken.None);

    /// <summary>Deletes several releases in one process, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="releases">Names of the releases.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmUninstall(["shop", "mail"], new HelmUninstallSettings { IgnoreNotFound = true });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Uninstall")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Uninstall")]
    public static void HelmUninstall(this ICakeContext context, IEnumerable<string> releases, HelmUninstallSettings settings) =>
        new HelmUninstaller(context).Uninstall(settings, [.. releases], CancellationToken.None);
}
