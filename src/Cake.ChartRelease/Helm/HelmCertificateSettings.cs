using Cake.Core.IO;

namespace Cake.ChartRelease.Helm;

/// <summary>The certificates with which a command speaks TLS.</summary>
public abstract class HelmCertificateSettings : HelmSettings
{
    /// <summary><c>--ca-file</c>: PEM file of the certificate authorities to trust. Default: the system's.</summary>
    public FilePath? CaFile { get; set; }

    /// <summary><c>--cert-file</c>: client certificate.</summary>
    public FilePath? CertFile { get; set; }

    /// <summary><c>--key-file</c>: key of the client certificate.</summary>
    public FilePath? KeyFile { get; set; }

    /// <summary>The helm versions whose command knows these flags; <see langword="null"/> for all.</summary>
    private protected virtual HelmRange? CertificateRange => null;

    /// <inheritdoc/>
    internal override IEnumerable<string> Problems() =>
    [
        .. base.Problems(),
        .. CertFile is null != KeyFile is null ? ["CertFile and KeyFile belong together."] : Array.Empty<string>(),
    ];

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Option("--ca-file", CaFile?.FullPath, CertificateRange)
            .Option("--cert-file", CertFile?.FullPath, CertificateRange)
            .Option("--key-file", KeyFile?.FullPath, CertificateRange);
    }
}
