using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Status;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Gets the state of a release.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <returns>The release.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// if (HelmStatus("shop").Info.Status != "deployed")
    /// {
    ///     Warning("The shop is not deployed.");
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Status")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Status")]
    public static HelmReleaseStatus HelmStatus(this ICakeContext context, string release) =>
        HelmStatus(context, release, new HelmStatusSettings());

    /// <summary>Gets the state of a release, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The release.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var manifest = HelmStatus("shop", new HelmStatusSettings { Revision = 2 }).Manifest;
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Status")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Status")]
    public static HelmReleaseStatus HelmStatus(this ICakeContext context, string release, HelmStatusSettings settings) =>
        new HelmStatusReader(context).Read(settings, release, CancellationToken.None);

    /// <summary>Gets the state of a release as helm prints it.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <returns>The text, in the format of <c>Output</c>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmStatusText("shop"));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Status")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Status")]
    public static string HelmStatusText(this ICakeContext context, string release) =>
        HelmStatusText(context, release, new HelmStatusSettings());

    /// <summary>Gets the state of a release as helm prints it, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text, in the format of <c>Output</c>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var yaml = HelmStatusText("shop", new HelmStatusSettings { Output = HelmOutputFormat.Yaml });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Status")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Status")]
    public static string HelmStatusText(this ICakeContext context, string release, HelmStatusSettings settings) =>
        new HelmStatusReader(context).ReadText(settings, release, CancellationToken.None);
}
