using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Pull;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Fetches the newest version of a chart into the working directory.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart"><c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmPull("oci://ghcr.io/owner/charts/app");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Pull")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Pull")]
    public static void HelmPull(this ICakeContext context, string chart) =>
        HelmPull(context, chart, new HelmPullSettings());

    /// <summary>Fetches a chart with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart"><c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmPull("oci://ghcr.io/owner/charts/app", new HelmPullSettings { Version = "1.2.3", Destination = "./artifacts" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Pull")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Pull")]
    public static void HelmPull(this ICakeContext context, string chart, HelmPullSettings settings) =>
        new HelmPuller(context).Pull(settings, chart, CancellationToken.None);
}
