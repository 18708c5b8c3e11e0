using Cake.Core.IO;
using ChartRelease;

namespace Cake.ChartRelease.Helm.Plugin;

/// <summary>Settings of <c>helm plugin package</c>, a command of helm 4.0 and later.</summary>
public sealed class HelmPluginPackageSettings : HelmSettings
{
    /// <summary><c>--destination</c>: folder for the archive. Default: the working directory.</summary>
    public DirectoryPath? Destination { get; set; }

    /// <summary><c>--sign</c>: write a provenance file. Default <see langword="true"/>.</summary>
    public bool? Sign { get; set; }

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
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Destination(Destination)
            .Switch("--sign", Sign)
            .SigningKey(Key, Keyring, PassphraseFile, Passphrase);
    }
}
