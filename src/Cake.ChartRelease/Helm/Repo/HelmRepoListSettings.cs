namespace Cake.ChartRelease.Helm.Repo;

/// <summary>Settings of <c>helm repo list</c>.</summary>
public sealed class HelmRepoListSettings : HelmSettings
{
    /// <summary><c>--no-headers</c>: no first line in a table. Default <see langword="false"/>. Helm 4.0 and later.</summary>
    public bool NoHeaders { get; set; }

    /// <summary><c>--output</c>: what <c>HelmRepoListText</c> returns. Default <see cref="HelmOutputFormat.Table"/>.</summary>
    public HelmOutputFormat? Output { get; set; }

    /// <inheritdoc/>
    internal override HelmOutputFormat? Format => Output;

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments.NoHeaders(NoHeaders, HelmRange.Helm4).Output(Output);
    }
}
