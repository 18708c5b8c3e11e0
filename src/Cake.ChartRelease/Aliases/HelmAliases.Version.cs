using Cake.ChartRelease.Helm.Version;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

/// <summary>
/// helm's commands for Cake builds. Each runs helm once; failures are <see cref="global::ChartRelease.ChartReleaseException"/>s that hold
/// helm's own message and never a secret.
/// </summary>
[CakeAliasCategory("Helm")]
public static partial class HelmAliases
{
    /// <summary>Gets the version of helm.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The version without the <c>v</c>, for example <c>4.1.4</c>.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">helm is missing (ToolUnavailable) or fails (ToolFailed).</exception>
    /// <example>
    /// <code>
    /// Information(HelmVersion());
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Version")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Version")]
    public static string HelmVersion(this ICakeContext context) =>
        HelmVersion(context, new HelmVersionSettings());

    /// <summary>Gets the version of a certain helm.</summary>
    /// <param name="context">The context.</param>
    /// <param name="settings">Where helm is; they are not changed. What it prints is chosen here.</param>
    /// <returns>The version without the <c>v</c>, for example <c>4.1.4</c>.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">helm is missing (ToolUnavailable) or fails (ToolFailed).</exception>
    /// <example>
    /// <code>
    /// var version = HelmVersion(new HelmVersionSettings { ToolPath = "./tools/helm" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Version")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Version")]
    public static string HelmVersion(this ICakeContext context, HelmVersionSettings settings) =>
        new HelmVersionReader(context).Read(settings, CancellationToken.None);
}
