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
    /// Version of the helm in use, such as <c>4.1.4</c>: which flags there are depends on it. Default: helm is asked, once for each
    /// executable.
    /// </summary>
    public string? HelmVersion { get; set; }

    /// <summary>How long the process may run; then it is ended with all it started. Default: no limit. The same as Cake's ToolTimeout.</summary>
    public TimeSpan? Timeout
    {
        get => ToolTimeout;
        set => ToolTimeout = value;
    }

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

    /// <summary><c>--content-cache</c>: folder with cached charts. Default: HELM_CONTENT_CACHE, else helm's own. Helm 4.0 and later.</summary>
    public DirectoryPath? ContentCache { get; set; }

    /// <summary><c>--color</c>: when helm prints in colour. Default <see cref="HelmColor.Auto"/>. Helm 4.0 and later.</summary>
    public HelmColor? Color { get; set; }

    /// <summary>How helm reaches the cluster; empty by default.</summary>
    public HelmKubeSettings Kube { get; init; } = new();

    /// <summary>What helm reads from standard input; <see langword="null"/> for nothing.</summary>
    internal virtual Secret? StandardInput => null;

    /// <summary>What cannot work, one sentence each; looked at before the process starts. An override begins with its base.</summary>
    internal virtual IEnumerable<string> Problems() =>
        Timeout is { } timeout && (timeout <= TimeSpan.Zero || timeout.TotalMilliseconds > int.MaxValue)
            ? ["Timeout must be more than zero and at most 24 days."]
            : [];

    /// <summary>The format the caller wants printed; <see langword="null"/> when the command has no choice or the caller made none.</summary>
    internal virtual HelmOutputFormat? Format => null;

    /// <summary>What stands in the way of an output for machines, one sentence each.</summary>
    internal virtual IEnumerable<string> JsonProblems() =>
        Format is { } format and not HelmOutputFormat.Json
            ? [$"Output is {format.Text()}, and records are read from json: leave it out, or use the alias that ends in Text."]
            : [];

    /// <summary>Adds the flags of the command. An override calls its base first.</summary>
    internal virtual void Render(HelmArguments arguments) => arguments
        .Flag("--debug", Debug)
        .Option("--namespace", Namespace)
        .Option("--registry-config", RegistryConfig?.FullPath)
        .Option("--repository-config", RepositoryConfig?.FullPath)
        .Option("--repository-cache", RepositoryCache?.FullPath)
        .Option("--content-cache", ContentCache?.FullPath, HelmRange.Helm4)
        .Option("--color", Color?.Text(), HelmRange.Helm4)
        .Add(Kube.Render);
}
