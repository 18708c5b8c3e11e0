using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.History;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Gets the revisions of a release.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <returns>The revisions, oldest first.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var last = HelmHistory("shop").Last();
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("History")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.History")]
    public static IReadOnlyList<HelmRevision> HelmHistory(this ICakeContext context, string release) =>
        HelmHistory(context, release, new HelmHistorySettings());

    /// <summary>Gets the revisions of a release, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The revisions, oldest first.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var before = HelmHistory("shop", new HelmHistorySettings { Max = 2 }).First().Revision;
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("History")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.History")]
    public static IReadOnlyList<HelmRevision> HelmHistory(this ICakeContext context, string release, HelmHistorySettings settings) =>
        new HelmHistoryReader(context).Read(settings, release, CancellationToken.None);

    /// <summary>Gets the revisions of a release as helm prints it.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <returns>The text, in the format of <c>Output</c>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmHistoryText("shop"));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("History")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.History")]
    public static string HelmHistoryText(this ICakeContext context, string release) =>
        HelmHistoryText(context, release, new HelmHistorySettings());

    /// <summary>Gets the revisions of a release as helm prints it, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text, in the format of <c>Output</c>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmHistoryText("shop", new HelmHistorySettings { Max = 5 }));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("History")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.History")]
    public static string HelmHistoryText(this ICakeContext context, string release, HelmHistorySettings settings) =>
        new HelmHistoryReader(context).ReadText(settings, release, CancellationToken.None);
}
