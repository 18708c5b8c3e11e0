namespace Cake.ChartRelease.Helm;

/// <summary>What <c>helm install</c>, <c>upgrade</c> and <c>template</c> have in common: a chart becomes a release.</summary>
public abstract class HelmReleaseSettings : HelmChartReferenceSettings
{
    private static readonly HelmRange DryRunKinds = HelmRange.Since("3.13.0");

    /// <summary>Values to render with.</summary>
    public HelmValues Values { get; init; } = new();

    /// <summary><c>--description</c>: a description of the release.</summary>
    public string? Description { get; set; }

    /// <summary><c>--labels</c>: labels of the release. Helm 3.13 and later.</summary>
    public IDictionary<string, string> Labels { get; } = new OrderedDictionary<string, string>();

    /// <summary><c>--create-namespace</c>: create the namespace when it is missing. Default <see langword="false"/>.</summary>
    public bool CreateNamespace { get; set; }

    /// <summary><c>--dependency-update</c>: fetch missing dependencies first. Default <see langword="false"/>.</summary>
    public bool DependencyUpdate { get; set; }

    /// <summary><c>--take-ownership</c>: adopt existing resources. Default <see langword="false"/>. Helm 3.17 and later.</summary>
    public bool TakeOwnership { get; set; }

    /// <summary><c>--skip-crds</c>: leave CRDs out. Default <see langword="false"/>.</summary>
    public bool SkipCrds { get; set; }

    /// <summary>
    /// <c>--skip-schema-validation</c>: do not check values against values.schema.json. Default <see langword="false"/>. Helm 3.16 and later.
    /// </summary>
    public bool SkipSchemaValidation { get; set; }

    /// <summary><c>--disable-openapi-validation</c>: do not ask the cluster's schema. Default <see langword="false"/>.</summary>
    public bool DisableOpenApiValidation { get; set; }

    /// <summary><c>--enable-dns</c>: let templates look up host names. Default <see langword="false"/>. Helm 3.11 and later.</summary>
    public bool EnableDns { get; set; }

    /// <summary><c>--hide-notes</c>: do not print the notes. Default <see langword="false"/>. Helm 3.16 and later.</summary>
    public bool HideNotes { get; set; }

    /// <summary><c>--render-subchart-notes</c>: notes of dependencies too. Default <see langword="false"/>.</summary>
    public bool RenderSubchartNotes { get; set; }

    /// <summary><c>--post-renderer</c>: an executable (helm 3) or a plugin (helm 4) that gets the manifests.</summary>
    public string? PostRenderer { get; set; }

    /// <summary><c>--post-renderer-args</c>: its arguments.</summary>
    public IList<string> PostRendererArguments { get; } = [];

    /// <summary>How the cluster is changed and waited for.</summary>
    public HelmApplySettings Apply { get; init; } = new();

    /// <summary>The helm versions whose command knows <c>--force</c>.</summary>
    private protected virtual HelmRange ForceRange => HelmRange.Helm3;

    /// <inheritdoc/>
    internal override IEnumerable<string> Problems() =>
    [
        .. base.Problems(),
        .. Apply.Problems(),
        .. PostRendererArguments.Count > 0 && PostRenderer is null
            ? ["PostRendererArguments are set and PostRenderer is not."]
            : Array.Empty<string>(),
    ];

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Add(Values.Render)
            .Description(Description)
            .Options("--labels", Labels.Select(label => HelmEscape.Csv($"{label.Key}={label.Value}")), HelmRange.Since("3.13.0"))
            .Flag("--create-namespace", CreateNamespace)
            .Flag("--dependency-update", DependencyUpdate)
            .Flag("--take-ownership", TakeOwnership, HelmRange.Since("3.17.0"))
            .Flag("--skip-crds", SkipCrds)
            .SkipSchemaValidation(SkipSchemaValidation)
            .Flag("--disable-openapi-validation", DisableOpenApiValidation)
            .Flag("--enable-dns", EnableDns, HelmRange.Since("3.11.0"))
            .HideNotes(HideNotes)
            .Flag("--render-subchart-notes", RenderSubchartNotes)
            .Option("--post-renderer", PostRenderer)
            .Options("--post-renderer-args", PostRendererArguments)
            .Add(line => Apply.Render(line, DryRunKinds, ForceRange));
    }
}
