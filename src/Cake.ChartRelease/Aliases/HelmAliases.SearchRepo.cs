using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Search;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Searches the chart repositories helm knows by name.</summary>
    /// <param name="context">The context.</param>
    /// <param name="keyword">What to search for; empty for everything.</param>
    /// <returns>The charts; empty for none.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var newest = HelmSearchRepo("redis").First().Version;
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Search")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Search")]
    public static IReadOnlyList<HelmFoundChart> HelmSearchRepo(this ICakeContext context, string keyword) =>
        HelmSearchRepo(context, keyword, new HelmSearchRepoSettings());

    /// <summary>Searches the chart repositories helm knows by name, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="keyword">What to search for; empty for everything.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The charts; empty for none.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var all = HelmSearchRepo("shop/redis", new HelmSearchRepoSettings { Versions = true, Devel = true });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Search")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Search")]
    public static IReadOnlyList<HelmFoundChart> HelmSearchRepo(
        this ICakeContext context, string keyword, HelmSearchRepoSettings settings) =>
        new HelmRepoSearcher(context).Search(settings, keyword, CancellationToken.None);

    /// <summary>Searches the chart repositories helm knows by name as helm prints it.</summary>
    /// <param name="context">The context.</param>
    /// <param name="keyword">What to search for; empty for everything.</param>
    /// <returns>The text, in the format of <c>Output</c>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmSearchRepoText("redis"));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Search")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Search")]
    public static string HelmSearchRepoText(this ICakeContext context, string keyword) =>
        HelmSearchRepoText(context, keyword, new HelmSearchRepoSettings());

    /// <summary>Searches the chart repositories helm knows by name as helm prints it, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="keyword">What to search for; empty for everything.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text, in the format of <c>Output</c>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmSearchRepoText("redis", new HelmSearchRepoSettings { MaximumColumnWidth = 120 }));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Search")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Search")]
    public static string HelmSearchRepoText(this ICakeContext context, string keyword, HelmSearchRepoSettings settings) =>
        new HelmRepoSearcher(context).SearchText(settings, keyword, CancellationToken.None);
}
