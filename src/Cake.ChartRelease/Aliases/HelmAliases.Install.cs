using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Install;
using Cake.ChartRelease.Helm.Status;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Installs a chart as a release.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <returns>The release as it is then.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var revision = HelmInstall("shop", "oci://ghcr.io/owner/charts/shop").Revision;
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Install")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Install")]
    public static HelmReleaseStatus HelmInstall(this ICakeContext context, string release, string chart) =>
        HelmInstall(context, release, chart, new HelmInstallSettings());

    /// <summary>Installs a chart as a release, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The release as it is then.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmInstall("shop", "./helm/shop", new HelmInstallSettings
    /// {
    ///     Namespace = "shop",
    ///     CreateNamespace = true,
    ///     Version = "1.2.3",
    ///     Values = { Files = { "./values/production.yaml" }, SetString = { ["image.tag"] = "v1.2.3" } },
    ///     Apply = { Wait = true, OperationTimeout = TimeSpan.FromMinutes(10) },
    /// });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Install")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Install")]
    public static HelmReleaseStatus HelmInstall(this ICakeContext context, string release, string chart, HelmInstallSettings settings) =>
        new HelmInstaller(context).Install(settings, release, chart, CancellationToken.None);

    /// <summary>Installs a chart as a release that helm names, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The release as it is then, with its name.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var name = HelmInstall("./helm/shop", new HelmInstallSettings { GenerateName = true }).Name;
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Install")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Install")]
    public static HelmReleaseStatus HelmInstall(this ICakeContext context, string chart, HelmInstallSettings settings) =>
        new HelmInstaller(context).Install(settings, release: null, chart, CancellationToken.None);

    /// <summary>Installs a chart as a release and gets what helm prints.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <returns>The text, in the format of <see cref="HelmInstallSettings.Output"/>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmInstallText("shop", "./helm/shop"));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Install")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Install")]
    public static string HelmInstallText(this ICakeContext context, string release, string chart) =>
        HelmInstallText(context, release, chart, new HelmInstallSettings());

    /// <summary>Installs a chart as a release and gets what helm prints, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text, in the format of <see cref="HelmInstallSettings.Output"/>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var yaml = HelmInstallText("shop", "./helm/shop", new HelmInstallSettings { Output = HelmOutputFormat.Yaml });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Install")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Install")]
    public static string HelmInstallText(this ICakeContext context, string release, string chart, HelmInstallSettings settings) =>
        new HelmInstaller(context).InstallText(settings, release, chart, CancellationToken.None);
}
