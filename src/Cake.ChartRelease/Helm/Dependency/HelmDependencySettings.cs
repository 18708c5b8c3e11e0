using Cake.Core.IO;

namespace Cake.ChartRelease.Helm.Dependency;

/// <summary>What <c>helm dependency build</c> and <c>update</c> have in common. The connection flags are those of helm 3.17 and later.</summary>
public abstract class HelmDependencySettings : HelmConnectionSettings
{
    /// <summary>
    /// <c>--skip-refresh</c>: do not download the indexes of all chart repositories first. Default <see langword="false"/>; but when the
    /// chart names no repository that has an index (only <c>file://</c> and <c>oci://</c>), helm gets no repositories at all, so that
    /// those of the machine need neither network nor cache.
    /// </summary>
    public bool SkipRefresh { get; set; }

    /// <summary><c>--verify</c>: check the provenance of the dependencies. Default <see langword="false"/>.</summary>
    public bool Verify { get; set; }

    /// <summary><c>--keyring</c>: public keys for <see cref="Verify"/>. Default <c>~/.gnupg/pubring.gpg</c>.</summary>
    public FilePath? Keyring { get; set; }

    /// <inheritdoc/>
    private protected override HelmRange CertificateRange { get; } = HelmRange.Since("3.17.0");

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Flag("--skip-refresh", SkipRefresh)
            .Verify(Verify)
            .Keyring(Keyring);
    }
}
