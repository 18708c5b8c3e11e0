using Cake.Core.IO;
using ChartRelease;

namespace Cake.ChartRelease.Helm.Package;

/// <summary>Settings of <c>helm package</c>. The connection flags, for dependencies, are those of helm 3.17 and later.</summary>
public sealed class HelmPackageSettings : HelmConnectionSettings
{
    /// <summary><c>--destination</c>: folder for the archive. Default: the working directory.</summary>
    public DirectoryPath? Destination { get; set; }

    /// <summary><c>--version</c>: version to write into the packaged Chart.yaml.</summary>
    public string? Version { get; set; }

    /// <summary><c>--app-version</c>: appVersion to write into the packaged Chart.yaml.</summary>
    public string? AppVersion { get; set; }

    /// <summary><c>--dependency-update</c>: update dependencies first, ignoring Chart.lock. Default <see langword="false"/>.</summary>
    public bool DependencyUpdate { get; set; }

    /// <summary><c>--sign</c>: write a provenance file. Default <see langword="false"/>.</summary>
    public bool Sign { get; set; }

    /// <summary><c>--key</c>: name of the signing key.</summary>
    public string? Key { get; set; }

    /// <summary><c>--keyring</c>: keyring with the secret key. Default <c>~/.gnupg/pubring.gpg</c>.</summary>
    public FilePath? Keyring { get; set; }

    /// <summary><c>--passphrase-file</c>: file with the key's passphrase; instead of <see cref="Passphrase"/>.</summary>
    public FilePath? PassphraseFile { get; set; }

    /// <summary>The key's passphrase. It goes by standard input (<c>--passphrase-file=-</c>).</summary>
    public Secret? Passphrase { get; set; }

    /// <inheritdoc/>
    internal override Secret? StandardInput => Passphrase;

    /// <inheritdoc/>
    internal override IEnumerable<string> Problems() =>
    [
        .. base.Problems(),
        .. Sign && Key is null ? ["Sign is set and Key is not: helm does not know with which key."] : Array.Empty<string>(),
    ];

    /// <inheritdoc/>
    private protected override HelmRange CertificateRange { get; } = HelmRange.Since("3.17.0");

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Destination(Destination)
            .Version(Version)
            .Option("--app-version", AppVersion)
            .Flag("--dependency-update", DependencyUpdate)
            .Flag("--sign", Sign)
            .SigningKey(Key, Keyring, PassphraseFile, Passphrase);
    }
}
