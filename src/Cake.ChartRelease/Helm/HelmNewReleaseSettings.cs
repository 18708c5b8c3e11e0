namespace Cake.ChartRelease.Helm;

/// <summary>What <c>helm install</c> and <c>template</c> have in common: the release is new.</summary>
public abstract class HelmNewReleaseSettings : HelmReleaseSettings
{
    /// <summary><c>--generate-name</c>: let helm choose the release name. Default <see langword="false"/>.</summary>
    public bool GenerateName { get; set; }

    /// <summary><c>--name-template</c>: Go template of the release name.</summary>
    public string? NameTemplate { get; set; }

    /// <summary><c>--replace</c>: take a name that a deleted release had. Default <see langword="false"/>.</summary>
    public bool Replace { get; set; }

    /// <inheritdoc/>
    private protected override HelmRange ForceRange { get; } = new("3.10.0", "4.0.0");

    /// <inheritdoc/>
    internal override IEnumerable<string> Problems() =>
    [
        .. base.Problems(),
        .. Apply.ServerSide is HelmServerSide.Auto
            ? ["ServerSide is Auto, and there is no release before this one."]
            : Array.Empty<string>(),
    ];

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Flag("--generate-name", GenerateName)
            .Option("--name-template", NameTemplate)
            .Flag("--replace", Replace);
    }
}
