using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Plugin;
using Cake.Core;
using Cake.Core.Annotations;
using Cake.Core.IO;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Installs a plugin.</summary>
    /// <param name="context">The context.</param>
    /// <param name="source">Folder, archive, or URL of a repository.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmPluginInstall("https://github.com/databus23/helm-diff");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Plugin")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Plugin")]
    public static void HelmPluginInstall(this ICakeContext context, string source) =>
        HelmPluginInstall(context, source, new HelmPluginInstallSettings());

    /// <summary>Installs a plugin, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="source">Folder, archive, or URL of a repository.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmPluginInstall("https://github.com/databus23/helm-diff", new HelmPluginInstallSettings { Version = "3.9.0" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Plugin")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Plugin")]
    public static void HelmPluginInstall(this ICakeContext context, string source, HelmPluginInstallSettings settings) =>
        new HelmPluginInstaller(context).Install(settings, source, CancellationToken.None);

    /// <summary>Lists the installed plugins.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The plugins; empty for none.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var installed = HelmPluginList().Any(plugin =&gt; plugin.Name == "diff");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Plugin")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Plugin")]
    public static IReadOnlyList<HelmPlugin> HelmPluginList(this ICakeContext context) =>
        HelmPluginList(context, new HelmPluginListSettings());

    /// <summary>Lists the installed plugins, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The plugins; empty for none.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var commands = HelmPluginList(new HelmPluginListSettings { Type = "cli/v1" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Plugin")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Plugin")]
    public static IReadOnlyList<HelmPlugin> HelmPluginList(this ICakeContext context, HelmPluginListSettings settings) =>
        new HelmPluginLister(context).List(settings, CancellationToken.None);

    /// <summary>Removes a plugin.</summary>
    /// <param name="context">The context.</param>
    /// <param name="plugin">Its name.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmPluginUninstall("diff");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Plugin")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Plugin")]
    public static void HelmPluginUninstall(this ICakeContext context, string plugin) =>
        HelmPluginUninstall(context, plugin, new HelmPluginUninstallSettings());

    /// <summary>Removes a plugin, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="plugin">Its name.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmPluginUninstall("diff", new HelmPluginUninstallSettings { Debug = true });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Plugin")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Plugin")]
    public static void HelmPluginUninstall(this ICakeContext context, string plugin, HelmPluginUninstallSettings settings) =>
        new HelmPluginRunner<HelmPluginUninstallSettings>(context, "plugin uninstall").Run(settings, [plugin], CancellationToken.None);

    /// <summary>Updates a plugin.</summary>
    /// <param name="context">The context.</param>
    /// <param name="plugin">Its name.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmPluginUpdate("diff");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Plugin")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Plugin")]
    public static void HelmPluginUpdate(this ICakeContext context, string plugin) =>
        HelmPluginUpdate(context, plugin, new HelmPluginUpdateSettings());

    /// <summary>Updates a plugin, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="plugin">Its name.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmPluginUpdate("diff", new HelmPluginUpdateSettings { Timeout = TimeSpan.FromMinutes(2) });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Plugin")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Plugin")]
    public static void HelmPluginUpdate(this ICakeContext context, string plugin, HelmPluginUpdateSettings settings) =>
        new HelmPluginRunner<HelmPluginUpdateSettings>(context, "plugin update").Run(settings, [plugin], CancellationToken.None);

    /// <summary>Packs a plugin. Helm 4.0 and later.</summary>
    /// <param name="context">The context.</param>
    /// <param name="plugin">Plugin folder.</param>
    /// <returns>Path of the archive.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var archive = HelmPluginPackage("./plugins/diff");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Plugin")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Plugin")]
    public static FilePath HelmPluginPackage(this ICakeContext context, DirectoryPath plugin) =>
        HelmPluginPackage(context, plugin, new HelmPluginPackageSettings());

    /// <summary>Packs a plugin. Helm 4.0 and later, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="plugin">Plugin folder.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>Path of the archive.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var archive = HelmPluginPackage("./plugins/diff", new HelmPluginPackageSettings { Sign = false, Destination = "./artifacts" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Plugin")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Plugin")]
    public static FilePath HelmPluginPackage(this ICakeContext context, DirectoryPath plugin, HelmPluginPackageSettings settings) =>
        new HelmPluginPackager(context).Package(settings, plugin.FullPath, CancellationToken.None);

    /// <summary>Checks the provenance file beside a plugin archive. Helm 4.0 and later.</summary>
    /// <param name="context">The context.</param>
    /// <param name="archive">The plugin archive.</param>
    /// <returns>Who signed it, in helm's words.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmPluginVerify("./artifacts/diff-3.9.0.tgz");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Plugin")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Plugin")]
    public static string HelmPluginVerify(this ICakeContext context, FilePath archive) =>
        HelmPluginVerify(context, archive, new HelmPluginVerifySettings());

    /// <summary>Checks the provenance file beside a plugin archive. Helm 4.0 and later, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="archive">The plugin archive.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>Who signed it, in helm's words.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmPluginVerify("./artifacts/diff-3.9.0.tgz", new HelmPluginVerifySettings { Keyring = "./keys/pubring.gpg" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Plugin")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Plugin")]
    public static string HelmPluginVerify(this ICakeContext context, FilePath archive, HelmPluginVerifySettings settings) =>
        new HelmPluginVerifier(context).Verify(settings, archive.FullPath, CancellationToken.None);
}
