namespace Cake.ChartRelease.Helm.Status;

/// <summary>Settings of <c>helm status</c>.</summary>
public sealed class HelmStatusSettings : HelmSettings
{
    /// <summary><c>--revision</c>: the revision to look at. Default: the last.</summary>
    public int? Revision { get; set; }

    /// <summary><c>--show-desc</c>: the description too. Default <see langword="false"/>. Before helm 4.0, which always shows it.</summary>
    public bool ShowDescription { get; set; }

    /// <summary><c>--show-resources</c>: the resources too. Default <see langword="false"/>. Helm 3.10 and later, before 4.0, which always shows them.</summary>
    public bool ShowResources { get; set; }

    /// <summary><c>--output</c>: what <c>HelmStatusText</c> returns. Default <see cref="HelmOutputFormat.Table"/>.</summary>
    public HelmOutputFormat? Output { get; set; }

    /// <inheritdoc/>
    internal override HelmOutputFormat? Format => Output;

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Revision(Revision)
            .Flag("--show-desc", ShowDescription, HelmRange.Helm3)
            .Flag("--show-resources", ShowResources, new HelmRange("3.10.0", "4.0.0"))
            .Output(Output);
    }
}
