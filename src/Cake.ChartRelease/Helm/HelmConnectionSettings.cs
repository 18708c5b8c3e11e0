using Cake.Core.IO;

namespace Cake.ChartRelease.Helm;

/// <summary>How a command reaches the registry or repository it reads from or writes to.</summary>
/// <remarks>
/// There is no password here: helm takes it as an argument only, which every user of the machine can read. Use
/// <c>HelmRegistryLogin</c>, a <see cref="HelmSettings.RegistryConfig"/> of your own, or the pipeline's Login.
/// </remarks>
public abstract class HelmConnectionSettings : HelmSettings
{
    /// <summary><c>--ca-file</c>: PEM file of the certificate authorities to trust. Default: the system's.</summary>
    public FilePath? CaFile { get; set; }

    /// <summary><c>--cert-file</c>: client certificate.</summary>
    public FilePath? CertFile { get; set; }

    /// <summary><c>--key-file</c>: key of the client certificate.</summary>
    public FilePath? KeyFile { get; set; }

    /// <summary><c>--insecure-skip-tls-verify</c>: do not check the server's certificate. Default <see langword="false"/>.</summary>
    public bool InsecureSkipTlsVerify { get; set; }

    /// <summary><c>--plain-http</c>: speak HTTP. Default <see langword="false"/>. Helm 3.13 and later.</summary>
    public bool PlainHttp { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Option("--ca-file", CaFile?.FullPath)
            .Option("--cert-file", CertFile?.FullPath)
            .Option("--key-file", KeyFile?.FullPath)
            .Flag("--insecure-skip-tls-verify", InsecureSkipTlsVerify)
            .Flag("--plain-http", PlainHttp, HelmRange.Since("3.13.0"));
    }
}
