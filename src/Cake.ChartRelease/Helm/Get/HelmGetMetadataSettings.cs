namespace Cake.ChartRelease.Helm.Get;

/// <summary>Settings of <c>helm get metadata</c>.</summary>
public sealed class HelmGetMetadataSettings : HelmGetSettings
{
    /// <summary><c>--output</c>: what <c>HelmGetMetadataText</c> returns. Default <see cref="HelmOutputFormat.Table"/>.</summary>
    public HelmOutputFormat? Output { get; set; }

    /// <inheritdoc/>
    internal override HelmOutputFormat? Format => Output;

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments.Output(Output);
    }
}
