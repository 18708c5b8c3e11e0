using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>How a command reaches the registry or repository it reads from or writes to.</summary>
public abstract class HelmConnectionSettings : HelmTlsSettings
{
    /// <summary><c>--plain-http</c>: speak HTTP. Default <see langword="false"/>. Helm 3.13 and later; in commands whose connection flags are newer, with them.</summary>
    public bool PlainHttp { get; set; }

    /// <summary><c>--username</c>: the user of the registry or repository. Default: who is logged in.</summary>
    public string? Username { get; set; }

    /// <summary>
    /// <c>--password</c>: password or token. No log or message holds it, but helm has nothing better than an argument here, which every
    /// user of the machine can read while helm runs. Prefer <c>HelmRegistryLogin</c>, <c>HelmRepoAdd</c> or a
    /// <see cref="HelmSettings.RegistryConfig"/> of your own.
    /// </summary>
    public Secret? Password { get; set; }

    /// <summary>The helm versions whose command knows <c>--plain-http</c>.</summary>
    private protected virtual HelmRange PlainHttpRange => CertificateRange ?? HelmRange.Since("3.13.0");

    /// <summary>The helm versions whose command knows <c>--username</c> and <c>--password</c>; <see langword="null"/> for all.</summary>
    private protected virtual HelmRange? UserRange => CertificateRange;

    /// <inheritdoc/>
    internal override IEnumerable<string> Problems() =>
    [
        .. base.Problems(),
        .. Username is null != Password is null ? ["Username and Password belong together."] : Array.Empty<string>(),
    ];

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Flag("--plain-http", PlainHttp, PlainHttpRange)
            .Option("--username", Username, UserRange)
            .Secret("--password", Password, UserRange);
    }
}
