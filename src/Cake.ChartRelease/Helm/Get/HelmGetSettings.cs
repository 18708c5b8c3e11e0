namespace Cake.ChartRelease.Helm.Get;

/// <summary>Settings of <c>helm get hooks</c>, <c>manifest</c> and <c>notes</c>, and what all <c>helm get</c> commands have in common.</summary>
public class HelmGetSettings : HelmSettings
{
    /// <summary><c>--revision</c>: the revision to look at. Default: the last.</summary>
    public int? Revision { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments.Revision(Revision);
    }
}
