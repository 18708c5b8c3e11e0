using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Search;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Searches a hub for charts.</summary>
    /// <param name="context">The context.</param>
    /// <param name="keyword">What to search for; empty for everything.</param>
    /// <returns>The charts; empty for none.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var charts = HelmSearchHub("redis");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Search")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Search")]
    public static IReadOnlyList<HelmHubChart> HelmSearchHub(this ICakeContext context, string keyword) =>
        HelmSearchHub(context, keyword, new HelmSearchHubSettings());

    /// <summary>Searches a hub for charts, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="keyword">What to search for; empty for everything.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The charts; empty for none.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var charts = HelmSearchHub("redis", new HelmSearchHubSettings { Endpoint = "https://hub.example.com" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Search")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Search")]
    public static IReadOnlyList<HelmHubChart> HelmSearchHub(this ICakeContext context, string keyword, HelmSearchHubSettings settings) =>
        new HelmHubSearcher(context).Search(settings, keyword, CancellationToken.None);

    /// <summary>Searches a hub for charts as helm prints it.</summary>
    /// <param name="context">The context.</param>
    /// <param name="keyword">What to search for; empty for everything.</param>
    /// <returns>The text, in the format of <c>Output</c>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmSearchHubText("redis"));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Search")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Search")]
    public static string HelmSearchHubText(this ICakeContext context, string keyword) =>
        HelmSearchHubText(context, keyword, new HelmSearchHubSettings());

    /// <summary>Searches a hub for charts as helm prints it, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="keyword">What to search for; empty for everything.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text, in the format of <c>Output</c>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmSearchHubText("redis", new HelmSearchHubSettings { ListRepoUrl = true }));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Search")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Search")]
    public static string HelmSearchHubText(this ICakeContext context, string keyword, HelmSearchHubSettings settings) =>
        new HelmHubSearcher(context).SearchText(settings, keyword, CancellationToken.None);
}
