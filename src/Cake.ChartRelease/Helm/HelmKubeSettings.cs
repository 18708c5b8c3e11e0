using Cake.Core.IO;
using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>helm's global flags for the cluster. What is not set comes from the kubeconfig.</summary>
public sealed class HelmKubeSettings
{
    /// <summary><c>--kubeconfig</c>: the kubeconfig file. Default: KUBECONFIG, else <c>~/.kube/config</c>.</summary>
    public FilePath? Config { get; set; }

    /// <summary><c>--kube-context</c>: the kubeconfig context. Default: the current one.</summary>
    public string? Context { get; set; }

    /// <summary><c>--kube-apiserver</c>: address and port of the API server.</summary>
    public string? ApiServer { get; set; }

    /// <summary><c>--kube-ca-file</c>: certificate authorities for the API server.</summary>
    public FilePath? CaFile { get; set; }

    /// <summary><c>--kube-tls-server-name</c>: the name the API server's certificate must have. Default: its host name. Helm 3.10 and later.</summary>
    public string? TlsServerName { get; set; }

    /// <summary><c>--kube-insecure-skip-tls-verify</c>: trust any API server. Default <see langword="false"/>. Helm 3.10 and later.</summary>
    public bool InsecureSkipTlsVerify { get; set; }

    /// <summary><c>--kube-as-user</c>: the user to impersonate.</summary>
    public string? AsUser { get; set; }

    /// <summary><c>--kube-as-group</c>: the groups to impersonate.</summary>
    public IList<string> AsGroups { get; } = [];

    /// <summary>Bearer token for the API server. It goes by HELM_KUBETOKEN, which nobody sees in a process list.</summary>
    public Secret? Token { get; set; }

    /// <summary><c>--burst-limit</c>: client-side throttling limit. Default 100. Helm 3.10 and later.</summary>
    public int? BurstLimit { get; set; }

    /// <summary><c>--qps</c>: queries per second, not including bursts. Helm 3.14 and later.</summary>
    public float? Qps { get; set; }

    internal void Render(HelmArguments arguments) => arguments
        .Option("--kubeconfig", Config?.FullPath)
        .Option("--kube-context", Context)
        .Option("--kube-apiserver", ApiServer)
        .Option("--kube-ca-file", CaFile?.FullPath)
        .Option("--kube-tls-server-name", TlsServerName, HelmRange.Since("3.10.0"))
        .Flag("--kube-insecure-skip-tls-verify", InsecureSkipTlsVerify, HelmRange.Since("3.10.0"))
        .Option("--kube-as-user", AsUser)
        .Options("--kube-as-group", AsGroups)
        .Variable("HELM_KUBETOKEN", Token)
        .Option("--burst-limit", BurstLimit, HelmRange.Since("3.10.0"))
        .Option("--qps", Qps, HelmRange.Since("3.14.0"));
}
