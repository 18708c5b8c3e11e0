using Cake.Core.IO;

namespace Cake.ChartRelease.Helm.Plugin;

/// <summary>Settings of <c>helm plugin install</c>. The connection flags are those of helm 4.0 and later.</summary>
public sealed class HelmPluginInstallSettings : HelmConnectionSettings
{
    /// <summary><c>--version</c>: version or version range. Default: the newest.</summary>
    public string? Version { get; set; }

    /// <summary><c>--verify</c>: check the signature first. Default <see langword="true"/>. Helm 4.0 and later.</summary>
    public bool? Verify { get; set; }

    /// <summary><c>--keyring</c>: public keys. Default <c>~/.gnupg/pubring.gpg</c>. Helm 4.0 and later.</summary>
    public FilePath? Keyring { get; set; }

    /// <inheritdoc/>
    private protected override HelmRange CertificateRange => HelmRange.Helm4;

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Version(Version)
            .Switch("--verify", Verify, HelmRange.Helm4)
            .Keyring(Keyring, HelmRange.Helm4);
    }
}
