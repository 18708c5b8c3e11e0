using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Template;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Renders a chart with its default values.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <returns>The manifests as YAML.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var manifests = HelmTemplate("./helm/app");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Template")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Template")]
    public static string HelmTemplate(this ICakeContext context, string chart) =>
        HelmTemplate(context, chart, new HelmTemplateSettings());

    /// <summary>Renders a chart with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder, archive, <c>oci://…</c>, URL or <c>repo/name</c>.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The manifests as YAML; empty when they go to a folder.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var manifests = HelmTemplate("./helm/app", new HelmTemplateSettings
    /// {
    ///     ReleaseName = "demo",
    ///     Values = { Files = { "./values-ci.yaml" }, Set = { ["image.tag"] = "1.2.3" } },
    /// });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Template")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Template")]
    public static string HelmTemplate(this ICakeContext context, string chart, HelmTemplateSettings settings) =>
        new HelmTemplater(context).Render(settings, chart, CancellationToken.None);
}
