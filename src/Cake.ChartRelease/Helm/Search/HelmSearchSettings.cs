namespace Cake.ChartRelease.Helm.Search;

/// <summary>What <c>helm search hub</c> and <c>helm search repo</c> have in common.</summary>
public abstract class HelmSearchSettings : HelmSettings
{
    /// <summary><c>--fail-on-no-result</c>: nothing found is a failure. Default <see langword="false"/>. Helm 3.13 and later.</summary>
    public bool FailOnNoResult { get; set; }

    /// <summary><c>--max-col-width</c>: longest cell of a table, in characters. Default 50.</summary>
    public uint? MaximumColumnWidth { get; set; }

    /// <summary><c>--output</c>: what the alias that ends in Text returns. Default <see cref="HelmOutputFormat.Table"/>.</summary>
    public HelmOutputFormat? Output { get; set; }

    /// <inheritdoc/>
    internal override HelmOutputFormat? Format => Output;

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Flag("--fail-on-no-result", FailOnNoResult, HelmRange.Since("3.13.0"))
            .MaximumColumnWidth(MaximumColumnWidth)
            .Output(Output);
    }
}
