namespace Cake.ChartRelease.Helm.Get;

/// <summary>Settings of <c>helm get all</c>.</summary>
public sealed class HelmGetAllSettings : HelmGetSettings
{
    /// <summary><c>--template</c>: Go template of the output, such as <c>{{.Release.Name}}</c>.</summary>
    public string? Template { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments.Template(Template);
    }
}
