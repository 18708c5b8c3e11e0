namespace Cake.ChartRelease.Helm.Show;

/// <summary>Settings of <c>helm show values</c>.</summary>
public sealed class HelmShowValuesSettings : HelmShowSettings
{
    /// <summary><c>--jsonpath</c>: JSONPath of what to show.</summary>
    public string? JsonPath { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments.Option("--jsonpath", JsonPath);
    }
}
