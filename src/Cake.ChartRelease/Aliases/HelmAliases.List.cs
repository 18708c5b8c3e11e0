using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.List;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Lists releases.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The releases.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// foreach (var release in HelmList())
    /// {
    ///     Information("{0} {1}", release.Name, release.Chart);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("List")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.List")]
    public static IReadOnlyList<HelmListedRelease> HelmList(this ICakeContext context) =>
        HelmList(context, new HelmListSettings());

    /// <summary>Lists releases, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The releases.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var failed = HelmList(new HelmListSettings { AllNamespaces = true, Failed = true });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("List")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.List")]
    public static IReadOnlyList<HelmListedRelease> HelmList(this ICakeContext context, HelmListSettings settings) =>
        new HelmReleaseLister(context).List(settings, CancellationToken.None);

    /// <summary>Lists releases as helm prints it.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The text, in the format of <c>Output</c>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmListText());
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("List")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.List")]
    public static string HelmListText(this ICakeContext context) =>
        HelmListText(context, new HelmListSettings());

    /// <summary>Lists releases as helm prints it, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text, in the format of <c>Output</c>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmListText(new HelmListSettings { ShortForm = true }));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("List")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.List")]
    public static string HelmListText(this ICakeContext context, HelmListSettings settings) =>
        new HelmReleaseLister(context).ListText(settings, CancellationToken.None);
}
