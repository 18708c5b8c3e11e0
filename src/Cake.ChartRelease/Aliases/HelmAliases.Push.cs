using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Push;
using Cake.Core;
using Cake.Core.Annotations;
using Cake.Core.IO;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Pushes an archive to a registry.</summary>
    /// <param name="context">The context.</param>
    /// <param name="archive">The chart archive.</param>
    /// <param name="remote"><c>oci://HOST/PATH</c>; helm adds the name of the chart.</param>
    /// <returns>Reference and digest of what was pushed.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmPush("./artifacts/app-1.2.3.tgz", "oci://ghcr.io/owner/charts");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Push")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Push")]
    public static HelmPushResult HelmPush(this ICakeContext context, FilePath archive, string remote) =>
        HelmPush(context, archive, remote, new HelmPushSettings());

    /// <summary>Pushes an archive to a registry with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="archive">The chart archive.</param>
    /// <param name="remote"><c>oci://HOST/PATH</c>; helm adds the name of the chart.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>Reference and digest of what was pushed.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var pushed = HelmPush("./artifacts/app-1.2.3.tgz", "oci://localhost:5000/charts", new HelmPushSettings { PlainHttp = true });
    /// Information(pushed.Digest);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Push")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Push")]
    public static HelmPushResult HelmPush(this ICakeContext context, FilePath archive, string remote, HelmPushSettings settings) =>
        new HelmPusher(context).Push(settings, archive.FullPath, remote, CancellationToken.None);
}
