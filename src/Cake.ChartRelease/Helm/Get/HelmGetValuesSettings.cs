namespace Cake.ChartRelease.Helm.Get;

/// <summary>Settings of <c>helm get values</c>.</summary>
public sealed class HelmGetValuesSettings : HelmGetSettings
{
    /// <summary><c>--all</c>: with the chart's own values. Default <see langword="false"/>: those the user gave.</summary>
    public bool All { get; set; }

    /// <summary><c>--output</c>: what <c>HelmGetValuesText</c> returns. Default <see cref="HelmOutputFormat.Table"/>.</summary>
    public HelmOutputFormat? Output { get; set; }

    /// <inheritdoc/>
    internal override HelmOutputFormat? Format => Output;

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments.Flag("--all", All).Output(Output);
    }
}
