namespace Cake.ChartRelease.Helm;

/// <summary>How a command checks the server it speaks with.</summary>
public abstract class HelmTlsSettings : HelmCertificateSettings
{
    /// <summary><c>--insecure-skip-tls-verify</c>: do not check the server's certificate. Default <see langword="false"/>.</summary>
    public bool InsecureSkipTlsVerify { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments.Flag("--insecure-skip-tls-verify", InsecureSkipTlsVerify, CertificateRange);
    }
}
