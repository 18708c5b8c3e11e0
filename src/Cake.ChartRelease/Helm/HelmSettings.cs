using Cake.Core.IO;
using Cake.Core.Tooling;
using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>
/// What every helm command accepts. Unset properties add nothing to the command line, so helm's own defaults and the user's
/// HELM_* variables count. The settings a caller passes are read, never changed.
/// </summary>
public abstract class HelmSettings : ToolSettings
{
    /// <summary>
    /// Version of the helm in use, such as <c>4.1.4</c>. Needed for flags that only some versions know; when it is not set and such
    /// a flag is used, helm is asked once.
    /// </summary>
    public string? HelmVersion { get; set; }

    /// <summary><c>--debug</c>: verbose output. Default <see langword="false"/>.</summary>
    public bool Debug { get; set; }

    /// <summary><c>--namespace</c>: the namespace of the request. Default: that of the kube context.</summary>
    public string? Namespace { get; set; }

    /// <summary><c>--registry-config</c>: file with registry credentials. Default: HELM_REGISTRY_CONFIG, else helm's own.</summary>
    public FilePath? RegistryConfig { get; set; }

    /// <summary><c>--repository-config</c>: names the chart repositories. Default: HELM_REPOSITORY_CONFIG, else helm's own.</summary>
    public FilePath? RepositoryConfig { get; set; }

    /// <summary><c>--repository-cache</c>: folder with cached indexes. Default: HELM_REPOSITORY_CACHE, else helm's own.</summary>
    public DirectoryPath? RepositoryCache { get; set; }

    /// <summary><c>--content-cache</c>: folder with cached charts. Helm 4.0 and later.</summary>
    public DirectoryPath? ContentCache { get; set; }

    /// <summary><c>--color</c>: <c>never</c>, <c>auto</c> or <c>always</c>. Default <c>auto</c>. Helm 4.0 and later.</summary>
    public string? Color { get; set; }

    /// <summary>How helm reaches the cluster; empty by default.</summary>
    public HelmKubeSettings Kube { get; init; } = new();

    /// <summary>What helm reads from standard input; <see langword="null"/> for nothing.</summary>
    internal virtual Secret? StandardInput => null;

    /// <summary>Adds the flags of the command. An override calls its base first.</summary>
    internal virtual void Render(HelmArguments arguments) => arguments
        .Flag("--debug", Debug)
        .Option("--namespace", Namespace)
        .Option("--registry-config", RegistryConfig?.FullPath)
        .Option("--repository-config", RepositoryConfig?.FullPath)
        .Option("--repository-cache", RepositoryCache?.FullPath)
        .Option("--content-cache", ContentCache?.FullPath, HelmRange.Since("4.0.0"))
        .Option("--color", Color, HelmRange.Since("4.0.0"))
        .Add(Kube.Render);
}
