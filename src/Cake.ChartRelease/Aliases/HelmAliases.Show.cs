using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Show;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Gets everything helm shows of a chart: Chart.yaml, values.yaml, README and CRDs.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmShowAll("./helm/app");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Show")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Show")]
    public static string HelmShowAll(this ICakeContext context, string chart) =>
        HelmShowAll(context, chart, new HelmShowSettings());

    /// <summary>Gets everything helm shows of a chart, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmShowAll("oci://ghcr.io/owner/charts/app", new HelmShowSettings { Version = "1.2.3" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Show")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Show")]
    public static string HelmShowAll(this ICakeContext context, string chart, HelmShowSettings settings) =>
        new HelmShower(context, "all").Show(settings, chart, CancellationToken.None);

    /// <summary>Gets Chart.yaml of a chart.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmShowChart("./helm/app");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Show")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Show")]
    public static string HelmShowChart(this ICakeContext context, string chart) =>
        HelmShowChart(context, chart, new HelmShowSettings());

    /// <summary>Gets Chart.yaml of a chart, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmShowChart("oci://ghcr.io/owner/charts/app", new HelmShowSettings { Version = "1.2.3" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Show")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Show")]
    public static string HelmShowChart(this ICakeContext context, string chart, HelmShowSettings settings) =>
        new HelmShower(context, "chart").Show(settings, chart, CancellationToken.None);

    /// <summary>Gets the README of a chart.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmShowReadme("./helm/app");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Show")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Show")]
    public static string HelmShowReadme(this ICakeContext context, string chart) =>
        HelmShowReadme(context, chart, new HelmShowSettings());

    /// <summary>Gets the README of a chart, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmShowReadme("oci://ghcr.io/owner/charts/app", new HelmShowSettings { Version = "1.2.3" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Show")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Show")]
    public static string HelmShowReadme(this ICakeContext context, string chart, HelmShowSettings settings) =>
        new HelmShower(context, "readme").Show(settings, chart, CancellationToken.None);

    /// <summary>Gets values.yaml of a chart.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmShowValues("./helm/app");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Show")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Show")]
    public static string HelmShowValues(this ICakeContext context, string chart) =>
        HelmShowValues(context, chart, new HelmShowValuesSettings());

    /// <summary>Gets values.yaml of a chart, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmShowValues("oci://ghcr.io/owner/charts/app", new HelmShowValuesSettings { JsonPath = "{.image.tag}" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Show")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Show")]
    public static string HelmShowValues(this ICakeContext context, string chart, HelmShowValuesSettings settings) =>
        new HelmShower(context, "values").Show(settings, chart, CancellationToken.None);

    /// <summary>Gets the CRDs of a chart.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmShowCrds("./helm/app");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Show")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Show")]
    public static string HelmShowCrds(this ICakeContext context, string chart) =>
        HelmShowCrds(context, chart, new HelmShowSettings());

    /// <summary>Gets the CRDs of a chart, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmShowCrds("oci://ghcr.io/owner/charts/app", new HelmShowSettings { Version = "1.2.3" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Show")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Show")]
    public static string HelmShowCrds(this ICakeContext context, string chart, HelmShowSettings settings) =>
        new HelmShower(context, "crds").Show(settings, chart, CancellationToken.None);
}
