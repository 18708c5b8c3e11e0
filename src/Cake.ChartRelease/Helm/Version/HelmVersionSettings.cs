namespace Cake.ChartRelease.Helm.Version;

/// <summary>Settings of <c>helm version</c>.</summary>
public sealed class HelmVersionSettings : HelmSettings
{
    /// <summary><c>--short</c>: version and commit only, for <c>HelmVersionText</c>. Default <see langword="false"/>.</summary>
    public bool ShortForm { get; set; }

    /// <summary><c>--template</c>: Go template of the output, for <c>HelmVersionText</c>.</summary>
    public string? Template { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments.Flag("--short", ShortForm).Template(Template);
    }
}
