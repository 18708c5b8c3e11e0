using Cake.Core.IO;

namespace Cake.ChartRelease.Helm;

/// <summary>How a command finds a chart by its reference: a folder, an archive, <c>oci://…</c>, a URL or <c>repo/name</c>.</summary>
public abstract class HelmChartReferenceSettings : HelmConnectionSettings
{
    /// <summary><c>--version</c>: version or version range of the chart. Default: the newest that is no pre-release.</summary>
    public string? Version { get; set; }

    /// <summary><c>--devel</c>: pre-releases too. Default <see langword="false"/>; ignored when <see cref="Version"/> is set.</summary>
    public bool Devel { get; set; }

    /// <summary><c>--repo</c>: URL of the chart repository.</summary>
    public string? Repo { get; set; }

    /// <summary><c>--pass-credentials</c>: send credentials to all domains. Default <see langword="false"/>.</summary>
    public bool PassCredentials { get; set; }

    /// <summary><c>--verify</c>: check the provenance file before the chart is used. Default <see langword="false"/>.</summary>
    public bool Verify { get; set; }

    /// <summary><c>--keyring</c>: public keys for <see cref="Verify"/>. Default <c>~/.gnupg/pubring.gpg</c>.</summary>
    public FilePath? Keyring { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Version(Version)
            .Devel(Devel)
            .Option("--repo", Repo)
            .PassCredentials(PassCredentials)
            .Verify(Verify)
            .Keyring(Keyring);
    }
}
