namespace Cake.ChartRelease.Helm.Dependency;

/// <summary>Settings of <c>helm dependency list</c>.</summary>
public sealed class HelmDependencyListSettings : HelmSettings
{
    /// <summary><c>--max-col-width</c>: longest cell. Default here: wide enough for every URL, since cells are cut.</summary>
    public uint MaximumColumnWidth { get; set; } = 4096;

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments.MaximumColumnWidth(MaximumColumnWidth);
    }
}
