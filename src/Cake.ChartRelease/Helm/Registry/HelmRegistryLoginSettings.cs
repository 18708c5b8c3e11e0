using Cake.Core.IO;
using ChartRelease;

namespace Cake.ChartRelease.Helm.Registry;

/// <summary>Settings of <c>helm registry login</c>.</summary>
public sealed class HelmRegistryLoginSettings : HelmSettings
{
    /// <summary><c>--username</c>.</summary>
    public string? Username { get; set; }

    /// <summary>Password or identity token. It goes by standard input (<c>--password-stdin</c>).</summary>
    public Secret? Password { get; set; }

    /// <summary><c>--ca-file</c>: PEM file of the certificate authorities to trust. Default: the system's.</summary>
    public FilePath? CaFile { get; set; }

    /// <summary><c>--cert-file</c>: client certificate.</summary>
    public FilePath? CertFile { get; set; }

    /// <summary><c>--key-file</c>: key of the client certificate.</summary>
    public FilePath? KeyFile { get; set; }

    /// <summary><c>--insecure</c>: do not check the server's certificate. Default <see langword="false"/>.</summary>
    public bool Insecure { get; set; }

    /// <summary>
    /// <c>--plain-http</c>: speak HTTP. Default <see langword="false"/>. Helm 3.18 and later; earlier ones use HTTP for loopback
    /// hosts by themselves.
    /// </summary>
    public bool PlainHttp { get; set; }

    /// <inheritdoc/>
    internal override Secret? StandardInput => Password;

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Option("--username", Username)
            .Flag("--password-stdin", Password is not null)
            .Option("--ca-file", CaFile?.FullPath)
            .Option("--cert-file", CertFile?.FullPath)
            .Option("--key-file", KeyFile?.FullPath)
            .Flag("--insecure", Insecure)
            .Flag("--plain-http", PlainHttp, PlainHttpRange);
    }

    internal static HelmRange PlainHttpRange { get; } = HelmRange.Since("3.18.0");
}
