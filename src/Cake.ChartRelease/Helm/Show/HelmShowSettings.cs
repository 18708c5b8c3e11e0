namespace Cake.ChartRelease.Helm.Show;

/// <summary>Settings of the <c>helm show</c> commands.</summary>
public sealed class HelmShowSettings : HelmChartReferenceSettings
{
    /// <summary><c>--jsonpath</c>: JSONPath of what to show; of <c>show values</c> only.</summary>
    public string? JsonPath { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments.Option("--jsonpath", JsonPath);
    }
}
