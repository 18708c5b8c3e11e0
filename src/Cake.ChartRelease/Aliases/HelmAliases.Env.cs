using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Env;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Gets the variables helm goes by.</summary>
    /// <param name="context">The context.</param>
    /// <returns>Values by name, such as <c>HELM_CACHE_HOME</c>; a cluster token is masked.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmEnv()["HELM_CACHE_HOME"]);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Env")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Env")]
    public static IReadOnlyDictionary<string, string> HelmEnv(this ICakeContext context) =>
        HelmEnv(context, new HelmEnvSettings());

    /// <summary>Gets the variables helm goes by, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>Values by name, such as <c>HELM_CACHE_HOME</c>; a cluster token is masked.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var home = HelmEnv(new HelmEnvSettings { ToolPath = "./tools/helm" })["HELM_CONFIG_HOME"];
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Env")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Env")]
    public static IReadOnlyDictionary<string, string> HelmEnv(this ICakeContext context, HelmEnvSettings settings) =>
        new HelmEnvReader(context).Read(settings, CancellationToken.None);

    /// <summary>Gets one of the variables helm goes by.</summary>
    /// <param name="context">The context.</param>
    /// <param name="name">Its name, such as <c>HELM_NAMESPACE</c>.</param>
    /// <returns>The value; empty when helm does not know it.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var space = HelmEnv("HELM_NAMESPACE");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Env")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Env")]
    public static string HelmEnv(this ICakeContext context, string name) =>
        HelmEnv(context, name, new HelmEnvSettings());

    /// <summary>Gets one of the variables helm goes by, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="name">Its name, such as <c>HELM_NAMESPACE</c>.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>The value; empty when helm does not know it.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// var space = HelmEnv("HELM_NAMESPACE", new HelmEnvSettings { Namespace = "shop" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Env")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Env")]
    public static string HelmEnv(this ICakeContext context, string name, HelmEnvSettings settings) =>
        new HelmEnvReader(context).Read(settings, name, CancellationToken.None);
}
