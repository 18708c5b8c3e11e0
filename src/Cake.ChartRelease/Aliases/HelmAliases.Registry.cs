using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Registry;
using Cake.Core;
using Cake.Core.Annotations;
using ChartRelease;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Has helm store credentials for a registry, after the registry accepted them. The password goes by standard input.</summary>
    /// <param name="context">The context.</param>
    /// <param name="host"><c>HOST</c> or <c>HOST:PORT</c>.</param>
    /// <param name="username">The user.</param>
    /// <param name="password">Password or token.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmRegistryLogin("ghcr.io", EnvironmentVariable("GITHUB_ACTOR"), new Secret(EnvironmentVariable("GITHUB_TOKEN")));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Registry")]
    [CakeNamespaceImport("ChartRelease")]
    public static void HelmRegistryLogin(this ICakeContext context, string host, string username, Secret password) =>
        HelmRegistryLogin(context, host, new HelmRegistryLoginSettings { Username = username, Password = password });

    /// <summary>Has helm store credentials for a registry, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="host"><c>HOST</c> or <c>HOST:PORT</c>.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmRegistryLogin("localhost:5000", new HelmRegistryLoginSettings
    /// {
    ///     Username = "ci",
    ///     Password = new Secret(EnvironmentVariable("REGISTRY_PASSWORD")),
    ///     PlainHttp = true,
    /// });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Registry")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Registry")]
    public static void HelmRegistryLogin(this ICakeContext context, string host, HelmRegistryLoginSettings settings) =>
        new HelmRegistryLogin(context).Login(settings, host, CancellationToken.None);

    /// <summary>Removes the stored credentials of a registry.</summary>
    /// <param name="context">The context.</param>
    /// <param name="host"><c>HOST</c> or <c>HOST:PORT</c>.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmRegistryLogout("ghcr.io");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Registry")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Registry")]
    public static void HelmRegistryLogout(this ICakeContext context, string host) =>
        HelmRegistryLogout(context, host, new HelmRegistryLogoutSettings());

    /// <summary>Removes the stored credentials of a registry, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="host"><c>HOST</c> or <c>HOST:PORT</c>.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmRegistryLogout("ghcr.io", new HelmRegistryLogoutSettings { RegistryConfig = "./registry.json" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Registry")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Registry")]
    public static void HelmRegistryLogout(this ICakeContext context, string host, HelmRegistryLogoutSettings settings) =>
        new HelmRegistryLogout(context).Logout(settings, host, CancellationToken.None);
}
