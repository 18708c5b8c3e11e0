using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Get;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Gets what a release is made of.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <returns>The metadata. Helm 3.13 and later.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var chartVersion = HelmGetMetadata("shop").Version;
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Get")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Get")]
    public static HelmReleaseMetadata HelmGetMetadata(this ICakeContext context, string release) =>
        HelmGetMetadata(context, release, new HelmGetMetadataSettings());

    /// <summary>Gets what a release is made of, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The metadata. Helm 3.13 and later.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var before = HelmGetMetadata("shop", new HelmGetMetadataSettings { Revision = 2 });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Get")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Get")]
    public static HelmReleaseMetadata HelmGetMetadata(this ICakeContext context, string release, HelmGetMetadataSettings settings) =>
        new HelmMetadataGetter(context).Get(settings, release, CancellationToken.None);

    /// <summary>Gets what a release is made of as helm prints it.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <returns>The text, in the format of <c>Output</c>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmGetMetadataText("shop"));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Get")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Get")]
    public static string HelmGetMetadataText(this ICakeContext context, string release) =>
        HelmGetMetadataText(context, release, new HelmGetMetadataSettings());

    /// <summary>Gets what a release is made of as helm prints it, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The text, in the format of <c>Output</c>.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmGetMetadataText("shop", new HelmGetMetadataSettings { Output = HelmOutputFormat.Yaml }));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Get")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Get")]
    public static string HelmGetMetadataText(this ICakeContext context, string release, HelmGetMetadataSettings settings) =>
        new HelmMetadataGetter(context).GetText(settings, release, CancellationToken.None);
}
