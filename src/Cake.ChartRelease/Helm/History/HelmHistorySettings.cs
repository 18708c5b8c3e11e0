namespace Cake.ChartRelease.Helm.History;

/// <summary>Settings of <c>helm history</c>.</summary>
public sealed class HelmHistorySettings : HelmSettings
{
    /// <summary><c>--max</c>: how many revisions, the newest. Default 256.</summary>
    public int? Max { get; set; }

    /// <summary><c>--output</c>: what <c>HelmHistoryText</c> returns. Default <see cref="HelmOutputFormat.Table"/>.</summary>
    public HelmOutputFormat? Output { get; set; }

    /// <inheritdoc/>
    internal override HelmOutputFormat? Format => Output;

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments.Max(Max).Output(Output);
    }
}
