using Cake.Core.IO;

namespace Cake.ChartRelease.Helm.Plugin;

/// <summary>Settings of <c>helm plugin verify</c>, a command of helm 4.0 and later.</summary>
public sealed class HelmPluginVerifySettings : HelmSettings
{
    /// <summary><c>--keyring</c>: public keys. Default <c>~/.gnupg/pubring.gpg</c>.</summary>
    public FilePath? Keyring { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments.Keyring(Keyring);
    }
}
