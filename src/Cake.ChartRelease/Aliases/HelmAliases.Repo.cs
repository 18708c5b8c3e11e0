using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Repo;
using Cake.Core;
using Cake.Core.Annotations;
using Cake.Core.IO;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Gives a chart repository a name.</summary>
    /// <param name="context">The context.</param>
    /// <param name="name">The name.</param>
    /// <param name="url">URL of the repository.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmRepoAdd("shop", "https://charts.example.com");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Repo")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Repo")]
    public static void HelmRepoAdd(this ICakeContext context, string name, string url) =>
        HelmRepoAdd(context, name, url, new HelmRepoAddSettings());

    /// <summary>Gives a chart repository a name, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="name">The name.</param>
    /// <param name="url">URL of the repository.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmRepoAdd("shop", "https://charts.example.com", new HelmRepoAddSettings
    /// {
    ///     Username = "ci",
    ///     Password = new Secret(EnvironmentVariable("REPO_PASSWORD")),
    /// });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Repo")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Repo")]
    public static void HelmRepoAdd(this ICakeContext context, string name, string url, HelmRepoAddSettings settings) =>
        new HelmRepoAdder(context).Add(settings, name, url, CancellationToken.None);

    /// <summary>Writes index.yaml for the archives in a folder.</summary>
    /// <param name="context">The context.</param>
    /// <param name="folder">Folder with chart archives.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmRepoIndex("./artifacts/charts");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Repo")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Repo")]
    public static void HelmRepoIndex(this ICakeContext context, DirectoryPath folder) =>
        HelmRepoIndex(context, folder, new HelmRepoIndexSettings());

    /// <summary>Writes index.yaml for the archives in a folder, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="folder">Folder with chart archives.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmRepoIndex("./artifacts/charts", new HelmRepoIndexSettings { Url = "https://charts.example.com", Merge = "./old/index.yaml" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Repo")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Repo")]
    public static void HelmRepoIndex(this ICakeContext context, DirectoryPath folder, HelmRepoIndexSettings settings) =>
        new HelmRepoIndexer(context).Index(settings, folder.FullPath, CancellationToken.None);

    /// <summary>Makes helm forget a chart repository.</summary>
    /// <param name="context">The context.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmRepoRemove("shop");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Repo")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Repo")]
    public static void HelmRepoRemove(this ICakeContext context, string name) =>
        HelmRepoRemove(context, name, new HelmRepoRemoveSettings());

    /// <summary>Makes helm forget a chart repository, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="name">Its name.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmRepoRemove("shop", new HelmRepoRemoveSettings { RepositoryConfig = "./repositories.yaml" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Repo")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Repo")]
    public static void HelmRepoRemove(this ICakeContext context, string name, HelmRepoRemoveSettings settings) =>
        new HelmRepoRemover(context).Remove(settings, [name], CancellationToken.None);

    /// <summary>Fetches the indexes of all chart repositories helm knows by name.</summary>
    /// <param name="context">The context.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmRepoUpdate();
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Repo")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Repo")]
    public static void HelmRepoUpdate(this ICakeContext context) =>
        HelmRepoUpdate(context, new HelmRepoUpdateSettings());

    /// <summary>Fetches the indexes of all chart repositories helm knows by name, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmRepoUpdate(new HelmRepoUpdateSettings { Timeout = TimeSpan.FromMinutes(2) });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Repo")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Repo")]
    public static void HelmRepoUpdate(this ICakeContext context, HelmRepoUpdateSettings settings) =>
        new HelmRepoUpdater(context).Update(settings, [], CancellationToken.None);

    /// <summary>Fetches the indexes of some chart repositories, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="names">Their names.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmRepoUpdate(["shop"], new HelmRepoUpdateSettings());
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Repo")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Repo")]
    public static void HelmRepoUpdate(this ICakeContext context, IEnumerable<string> names, HelmRepoUpdateSettings settings) =>
        new HelmRepoUpdater(context).Update(settings, [.. names], CancellationToken.None);
}
