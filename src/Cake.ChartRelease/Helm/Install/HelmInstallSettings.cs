namespace Cake.ChartRelease.Helm.Install;

/// <summary>Settings of <c>helm install</c>.</summary>
public sealed class HelmInstallSettings : HelmNewReleaseSettings
{
    /// <summary><c>--output</c>: what <c>HelmInstallText</c> returns. Default <see cref="HelmOutputFormat.Table"/>.</summary>
    public HelmOutputFormat? Output { get; set; }

    /// <summary><c>--hide-secret</c>: no Secrets in the manifest of a dry run. Default <see langword="false"/>. Helm 3.15 and later.</summary>
    public bool HideSecret { get; set; }

    /// <inheritdoc/>
    internal override HelmOutputFormat? Format => Output;

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments.Output(Output).HideSecret(HideSecret);
    }
}
