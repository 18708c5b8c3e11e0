namespace Cake.ChartRelease.Helm.Plugin;

/// <summary>Settings of <c>helm plugin list</c>.</summary>
public sealed class HelmPluginListSettings : HelmSettings
{
    /// <summary><c>--type</c>: plugins of one type, such as <c>cli/v1</c>. Helm 4.0 and later.</summary>
    public string? Type { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments.Option("--type", Type, HelmRange.Helm4);
    }
}
