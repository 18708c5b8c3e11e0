using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Repo;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Lists the chart repositories helm knows by name.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The repositories; empty for none.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var known = HelmRepoList().Any(repository =&gt; repository.Name == "shop");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Repo")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Repo")]
    public static IReadOnlyList<HelmRepository> HelmRepoList(this ICakeContext context) =>
        HelmRepoList(context, new HelmRepoListSettings());

    /// <summary>Lists the chart repositories helm knows by name, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The repositories; empty for none.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var repositories = HelmRepoList(new HelmRepoListSettings { RepositoryConfig = "./repositories.yaml" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Repo")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Repo")]
    public static IReadOnlyList<HelmRepository> HelmRepoList(this ICakeContext context, HelmRepoListSettings settings) =>
        new HelmRepoLister(context).List(settings, CancellationToken.None);

    /// <summary>Lists the chart repositories helm knows by name as helm prints it.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The text, in the format of <c>Output</c>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmRepoListText());
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Repo")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Repo")]
    public static string HelmRepoListText(this ICakeContext context) =>
        HelmRepoListText(context, new HelmRepoListSettings());

    /// <summary>Lists the chart repositories helm knows by name as helm prints it, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text, in the format of <c>Output</c>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmRepoListText(new HelmRepoListSettings { Output = HelmOutputFormat.Yaml }));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Repo")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Repo")]
    public static string HelmRepoListText(this ICakeContext context, HelmRepoListSettings settings) =>
        new HelmRepoLister(context).ListText(settings, CancellationToken.None);
}
