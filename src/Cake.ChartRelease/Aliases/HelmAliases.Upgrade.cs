using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Status;
using Cake.ChartRelease.Helm.Upgrade;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Upgrades a release.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <returns>The release as it is then.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmUpgrade("shop", "./helm/shop");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Upgrade")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Upgrade")]
    public static HelmReleaseStatus HelmUpgrade(this ICakeContext context, string release, string chart) =>
        HelmUpgrade(context, release, chart, new HelmUpgradeSettings());

    /// <summary>Upgrades a release, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The release as it is then.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmUpgrade("shop", "oci://ghcr.io/owner/charts/shop", new HelmUpgradeSettings
    /// {
    ///     Install = true,
    ///     Version = "1.2.3",
    ///     ResetValues = true,
    ///     Apply = { RollbackOnFailure = true },
    /// });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Upgrade")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Upgrade")]
    public static HelmReleaseStatus HelmUpgrade(this ICakeContext context, string release, string chart, HelmUpgradeSettings settings) =>
        new HelmUpgrader(context).Upgrade(settings, release, chart, CancellationToken.None);

    /// <summary>Upgrades a release and gets what helm prints.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <returns>The text, in the format of <see cref="HelmUpgradeSettings.Output"/>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmUpgradeText("shop", "./helm/shop"));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Upgrade")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Upgrade")]
    public static string HelmUpgradeText(this ICakeContext context, string release, string chart) =>
        HelmUpgradeText(context, release, chart, new HelmUpgradeSettings());

    /// <summary>Upgrades a release and gets what helm prints, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text, in the format of <see cref="HelmUpgradeSettings.Output"/>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmUpgradeText("shop", "./helm/shop", new HelmUpgradeSettings { Apply = { DryRun = HelmDryRun.Server } }));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Upgrade")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Upgrade")]
    public static string HelmUpgradeText(this ICakeContext context, string release, string chart, HelmUpgradeSettings settings) =>
        new HelmUpgrader(context).UpgradeText(settings, release, chart, CancellationToken.None);
}
