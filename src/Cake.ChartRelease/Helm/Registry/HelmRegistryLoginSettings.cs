using ChartRelease;

namespace Cake.ChartRelease.Helm.Registry;

/// <summary>Settings of <c>helm registry login</c>. The certificates are flags of helm 3.12 and later.</summary>
public sealed class HelmRegistryLoginSettings : HelmCertificateSettings
{
    /// <summary><c>--username</c>.</summary>
    public string? Username { get; set; }

    /// <summary>Password or identity token. It goes by standard input (<c>--password-stdin</c>).</summary>
    public Secret? Password { get; set; }

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
    private protected override HelmRange CertificateRange { get; } = HelmRange.Since("3.12.0");

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .UserWithPasswordFromInput(Username, Password)
            .Flag("--insecure", Insecure)
            .Flag("--plain-http", PlainHttp, PlainHttpRange);
    }

    internal static HelmRange PlainHttpRange { get; } = HelmRange.Since("3.18.0");
}
