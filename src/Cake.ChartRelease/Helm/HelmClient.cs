using Cake.ChartRelease.Helm.Lint;
using Cake.ChartRelease.Helm.Package;
using Cake.ChartRelease.Helm.Pull;
using Cake.ChartRelease.Helm.Push;
using Cake.ChartRelease.Helm.Registry;
using Cake.ChartRelease.Helm.Template;
using Cake.Core;
using Cake.Core.IO;
using ChartRelease.Release;

namespace Cake.ChartRelease.Helm;

/// <summary>The pipeline's helm, over the typed command line. Cancelling kills helm; no answer of a killed helm is used.</summary>
/// <param name="context">Gives the file system, environment, process runner and log.</param>
/// <param name="helmPath">Full path of the executable; it is not searched for.</param>
/// <param name="helmVersion">Its version without the <c>v</c>.</param>
public sealed class HelmClient(ICakeContext context, string helmPath, string helmVersion) : IHelmClient
{
    private readonly FilePath _path = helmPath;

    /// <inheritdoc/>
    public string Version => helmVersion;

    /// <inheritdoc/>
    public Task<IReadOnlyList<HelmLintMessage>> LintAsync(IReadOnlyList<string> chartFolders, CancellationToken cancellationToken) =>
        Background.Run(
            token => new HelmLinter(context).Lint(Set(new HelmLintSettings { Strict = true }), chartFolders, token),
            cancellationToken);

    /// <inheritdoc/>
    public Task<string> TemplateAsync(string chart, CancellationToken cancellationToken) =>
        Background.Run(
            token => new HelmTemplater(context).Render(Set(new HelmTemplateSettings()), chart, token),
            cancellationToken);

    /// <inheritdoc/>
    public Task<string> PackageAsync(string chartFolder, string destination, CancellationToken cancellationToken) =>
        Background.Run(
            token => new HelmPackager(context)
                .Package(Set(new HelmPackageSettings { Destination = destination }), chartFolder, token)
                .FullPath,
            cancellationToken);

    /// <inheritdoc/>
    public Task PushAsync(string archive, HelmRegistryAccess registry, CancellationToken cancellationToken) =>
        Background.Run(
            token =>
            {
                using var credentials = CredentialsOf(registry);
                var settings = Connect(new HelmPushSettings(), registry, credentials);
                new HelmPusher(context).Push(settings, archive, registry.Registry.Value, token);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<string> PullAsync(
        string chartName, string version, HelmRegistryAccess registry, string destination, CancellationToken cancellationToken) =>
        Background.Run(
            token =>
            {
                using var credentials = CredentialsOf(registry);
                using var arrival = new ArrivalFolder(destination);
                var settings = new HelmPullSettings { Version = version, Destination = arrival.Path };
                var reference = $"oci://{registry.Registry.Host}/{registry.Registry.RepositoryName(chartName)}";
                new HelmPuller(context).Pull(Connect(settings, registry, credentials), reference, token);
                return arrival.MoveArchive(reference);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task LoginAsync(HelmRegistryAccess registry, CancellationToken cancellationToken) =>
        Background.Run(
            token =>
            {
                var settings = new HelmRegistryLoginSettings
                {
                    Username = registry.Username,
                    Password = registry.Password,
                    CaFile = registry.CaFile,
                    Insecure = registry.InsecureSkipTlsVerify,
                    PlainHttp = registry.PlainHttp && !UsesHttpByItself(registry.Registry.Host),
                };
                new HelmRegistryLogin(context).Login(Set(settings), registry.Registry.Host, token);
            },
            cancellationToken);

    /// <summary>An old helm has no flag for it, and speaks HTTP to loopback hosts without being told.</summary>
    private bool UsesHttpByItself(string host) =>
        !HelmRegistryLoginSettings.PlainHttpRange.Includes(helmVersion) && Loopback.Is(host);

    private T Connect<T>(T settings, HelmRegistryAccess registry, PrivateRegistryConfig? credentials)
        where T : HelmConnectionSettings
    {
        settings.PlainHttp = registry.PlainHttp;
        settings.CaFile = registry.CaFile;
        settings.InsecureSkipTlsVerify = registry.InsecureSkipTlsVerify;
        settings.RegistryConfig = credentials?.File;
        return Set(settings);
    }

    private T Set<T>(T settings)
        where T : HelmSettings
    {
        settings.ToolPath = _path;
        settings.HelmVersion = helmVersion;
        return settings;
    }

    private static PrivateRegistryConfig? CredentialsOf(HelmRegistryAccess registry) => (registry.Username, registry.Password) switch
    {
        (null, null) => null,
        ({ } username, { } password) => new PrivateRegistryConfig(registry.Registry.Host, username, password),
        _ => throw HelmFailures.HalfCredentials(registry.Registry.Host, registry.Password is null),
    };
}
