namespace Cake.ChartRelease.Helm.Search;

/// <summary>Settings of <c>helm search hub</c>.</summary>
public sealed class HelmSearchHubSettings : HelmSearchSettings
{
    /// <summary><c>--endpoint</c>: the hub to ask. Default <c>https://hub.helm.sh</c>.</summary>
    public string? Endpoint { get; set; }

    /// <summary><c>--list-repo-url</c>: URLs of the repositories too. Default <see langword="false"/>.</summary>
    public bool ListRepoUrl { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments.Option("--endpoint", Endpoint).Flag("--list-repo-url", ListRepoUrl);
    }
}
