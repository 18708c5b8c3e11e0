using System.Text.Json.Nodes;
using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Get;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Gets the values of a release.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <returns>The values; empty for none.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var host = (string)HelmGetValues("shop")["ingress"]["host"];
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Get")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Get")]
    public static JsonObject HelmGetValues(this ICakeContext context, string release) =>
        HelmGetValues(context, release, new HelmGetValuesSettings());

    /// <summary>Gets the values of a release, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The values; empty for none.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var all = HelmGetValues("shop", new HelmGetValuesSettings { All = true });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Get")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Get")]
    public static JsonObject HelmGetValues(this ICakeContext context, string release, HelmGetValuesSettings settings) =>
        new HelmValuesGetter(context).Get(settings, release, CancellationToken.None);

    /// <summary>Gets the values of a release as helm prints it.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <returns>The text, in the format of <c>Output</c>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmGetValuesText("shop"));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Get")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Get")]
    public static string HelmGetValuesText(this ICakeContext context, string release) =>
        HelmGetValuesText(context, release, new HelmGetValuesSettings());

    /// <summary>Gets the values of a release as helm prints it, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text, in the format of <c>Output</c>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var yaml = HelmGetValuesText("shop", new HelmGetValuesSettings { Output = HelmOutputFormat.Yaml });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Get")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Get")]
    public static string HelmGetValuesText(this ICakeContext context, string release, HelmGetValuesSettings settings) =>
        new HelmValuesGetter(context).GetText(settings, release, CancellationToken.None);
}
