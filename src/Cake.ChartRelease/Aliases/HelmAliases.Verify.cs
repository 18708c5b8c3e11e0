using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Verify;
using Cake.Core;
using Cake.Core.Annotations;
using Cake.Core.IO;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Checks the provenance file beside an archive.</summary>
    /// <param name="context">The context.</param>
    /// <param name="archive">The chart archive.</param>
    /// <returns>Who signed it, in helm's words.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmVerify("./artifacts/app-1.2.3.tgz");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Verify")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Verify")]
    public static string HelmVerify(this ICakeContext context, FilePath archive) =>
        HelmVerify(context, archive, new HelmVerifySettings());

    /// <summary>Checks the provenance file beside an archive, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="archive">The chart archive.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>Who signed it, in helm's words.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmVerify("./artifacts/app-1.2.3.tgz", new HelmVerifySettings { Keyring = "./keys/pubring.gpg" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Verify")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Verify")]
    public static string HelmVerify(this ICakeContext context, FilePath archive, HelmVerifySettings settings) =>
        new HelmVerifier(context).Verify(settings, archive.FullPath, CancellationToken.None);
}
