namespace Cake.ChartRelease.Helm.Repo;

/// <summary>Settings of <c>helm repo update</c>.</summary>
public sealed class HelmRepoUpdateSettings : HelmSettings
{
    /// <summary><c>--fail-on-repo-update-fail</c>: one that cannot be updated is a failure. Default <see langword="false"/>. Before helm 4.0, for which it always is.</summary>
    public bool FailOnRepoUpdateFail { get; set; }

    /// <summary><c>--timeout</c>: time for the download of an index. Default 2 minutes. Helm 3.19 and later.</summary>
    public TimeSpan? DownloadTimeout { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Flag("--fail-on-repo-update-fail", FailOnRepoUpdateFail, HelmRange.Helm3)
            .DownloadTimeout(DownloadTimeout);
    }
}
