using ChartRelease;

namespace Cake.ChartRelease.Helm.Repo;

/// <summary>Settings of <c>helm repo add</c>.</summary>
public sealed class HelmRepoAddSettings : HelmTlsSettings
{
    /// <summary><c>--username</c>: the user of the repository.</summary>
    public string? Username { get; set; }

    /// <summary>Password of the repository. It goes by standard input (<c>--password-stdin</c>); helm keeps it in its repository configuration.</summary>
    public Secret? Password { get; set; }

    /// <summary><c>--pass-credentials</c>: send credentials to all domains. Default <see langword="false"/>.</summary>
    public bool PassCredentials { get; set; }

    /// <summary><c>--force-update</c>: replace a repository of this name. Default <see langword="false"/>.</summary>
    public bool ForceUpdate { get; set; }

    /// <summary><c>--allow-deprecated-repos</c>: also official ones that were deleted for good. Default <see langword="false"/>.</summary>
    public bool AllowDeprecatedRepos { get; set; }

    /// <summary><c>--no-update</c>: ignored by helm, which does not update without <see cref="ForceUpdate"/>. Default <see langword="false"/>. Before helm 4.0.</summary>
    public bool NoUpdate { get; set; }

    /// <summary><c>--timeout</c>: time for the download of the index. Default 2 minutes. Helm 3.19 and later.</summary>
    public TimeSpan? DownloadTimeout { get; set; }

    /// <inheritdoc/>
    internal override Secret? StandardInput => Password;

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
            .UserWithPasswordFromInput(Username, Password)
            .PassCredentials(PassCredentials)
            .Flag("--force-update", ForceUpdate)
            .Flag("--allow-deprecated-repos", AllowDeprecatedRepos)
            .Flag("--no-update", NoUpdate, HelmRange.Helm3)
            .DownloadTimeout(DownloadTimeout);
    }
}
