using Cake.Core.IO;

namespace Cake.ChartRelease.Helm.Verify;

/// <summary>Settings of <c>helm verify</c>.</summary>
public sealed class HelmVerifySettings : HelmSettings
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
