using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Get;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Gets all helm keeps of a release.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmGetAll("shop");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Get")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Get")]
    public static string HelmGetAll(this ICakeContext context, string release) =>
        HelmGetAll(context, release, new HelmGetAllSettings());

    /// <summary>Gets all helm keeps of a release, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmGetAll("shop", new HelmGetAllSettings { Template = "{{.Release.Name}}" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Get")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Get")]
    public static string HelmGetAll(this ICakeContext context, string release, HelmGetAllSettings settings) =>
        new HelmTextGetter(context, "all").Get(settings, release, CancellationToken.None);

    /// <summary>Gets the hooks of a release.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmGetHooks("shop");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Get")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Get")]
    public static string HelmGetHooks(this ICakeContext context, string release) =>
        HelmGetHooks(context, release, new HelmGetSettings());

    /// <summary>Gets the hooks of a release, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmGetHooks("shop", new HelmGetSettings { Revision = 2 });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Get")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Get")]
    public static string HelmGetHooks(this ICakeContext context, string release, HelmGetSettings settings) =>
        new HelmTextGetter(context, "hooks").Get(settings, release, CancellationToken.None);

    /// <summary>Gets the rendered manifests of a release.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmGetManifest("shop");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Get")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Get")]
    public static string HelmGetManifest(this ICakeContext context, string release) =>
        HelmGetManifest(context, release, new HelmGetSettings());

    /// <summary>Gets the rendered manifests of a release, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmGetManifest("shop", new HelmGetSettings { Revision = 2 });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Get")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Get")]
    public static string HelmGetManifest(this ICakeContext context, string release, HelmGetSettings settings) =>
        new HelmTextGetter(context, "manifest").Get(settings, release, CancellationToken.None);

    /// <summary>Gets the notes of a release.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmGetNotes("shop");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Get")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Get")]
    public static string HelmGetNotes(this ICakeContext context, string release) =>
        HelmGetNotes(context, release, new HelmGetSettings());

    /// <summary>Gets the notes of a release, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var text = HelmGetNotes("shop", new HelmGetSettings { Revision = 2 });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Get")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Get")]
    public static string HelmGetNotes(this ICakeContext context, string release, HelmGetSettings settings) =>
        new HelmTextGetter(context, "notes").Get(settings, release, CancellationToken.None);
}
