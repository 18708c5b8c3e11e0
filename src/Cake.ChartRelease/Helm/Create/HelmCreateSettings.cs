namespace Cake.ChartRelease.Helm.Create;

/// <summary>Settings of <c>helm create</c>.</summary>
public sealed class HelmCreateSettings : HelmSettings
{
    /// <summary><c>--starter</c>: name or full path of the starter to copy. Default: helm's own scaffold.</summary>
    public string? Starter { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments.Option("--starter", Starter);
    }
}
