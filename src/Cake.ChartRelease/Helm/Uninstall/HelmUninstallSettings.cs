namespace Cake.ChartRelease.Helm.Uninstall;

/// <summary>Settings of <c>helm uninstall</c>.</summary>
public sealed class HelmUninstallSettings : HelmSettings
{
    /// <summary><c>--cascade</c>: how dependents are deleted. Default <see cref="HelmCascade.Background"/>. Helm 3.12 and later.</summary>
    public HelmCascade? Cascade { get; set; }

    /// <summary><c>--description</c>: a description of the uninstallation.</summary>
    public string? Description { get; set; }

    /// <summary><c>--dry-run</c>: change nothing. Default <see langword="false"/>.</summary>
    public bool DryRun { get; set; }

    /// <summary><c>--ignore-not-found</c>: a release that is not there is a success. Default <see langword="false"/>. Helm 3.13 and later.</summary>
    public bool IgnoreNotFound { get; set; }

    /// <summary><c>--keep-history</c>: keep the release's records. Default <see langword="false"/>.</summary>
    public bool KeepHistory { get; set; }

    /// <summary>How helm waits for the deletion.</summary>
    public HelmWaitSettings Apply { get; init; } = new();

    /// <inheritdoc/>
    internal override IEnumerable<string> Problems() => [.. base.Problems(), .. Apply.Problems()];

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Option("--cascade", Cascade?.Text(), HelmRange.Since("3.12.0"))
            .Description(Description)
            .Flag("--dry-run", DryRun)
            .Flag("--ignore-not-found", IgnoreNotFound, HelmRange.Since("3.13.0"))
            .Flag("--keep-history", KeepHistory)
            .Add(Apply.Render);
    }
}
