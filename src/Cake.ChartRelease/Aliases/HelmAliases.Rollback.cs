using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Rollback;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Takes a release back to an earlier revision: the one before, or that of the settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmRollback("shop");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Rollback")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Rollback")]
    public static void HelmRollback(this ICakeContext context, string release) =>
        HelmRollback(context, release, new HelmRollbackSettings());

    /// <summary>Takes a release back to an earlier revision: the one before, or that of the settings, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmRollback("shop", new HelmRollbackSettings { Revision = 3, Apply = { Wait = true } });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Rollback")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Rollback")]
    public static void HelmRollback(this ICakeContext context, string release, HelmRollbackSettings settings) =>
        new HelmRollbacker(context).Rollback(settings, release, CancellationToken.None);
}
