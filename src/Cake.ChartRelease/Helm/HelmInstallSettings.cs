namespace Cake.ChartRelease.Helm;

/// <summary>The flags of an installation, which <c>helm template</c> shares.</summary>
public abstract class HelmInstallSettings : HelmChartReferenceSettings
{
    /// <summary>Values to render with.</summary>
    public HelmValues Values { get; init; } = new();

    /// <summary><c>--generate-name</c>: let helm choose the release name. Default <see langword="false"/>.</summary>
    public bool GenerateName { get; set; }

    /// <summary><c>--name-template</c>: Go template of the release name.</summary>
    public string? NameTemplate { get; set; }

    /// <summary><c>--description</c>: a description of the release.</summary>
    public string? Description { get; set; }

    /// <summary><c>--labels</c>: labels of the release.</summary>
    public IDictionary<string, string> Labels { get; } = new OrderedDictionary<string, string>();

    /// <summary><c>--create-namespace</c>: create the namespace when it is missing. Default <see langword="false"/>.</summary>
    public bool CreateNamespace { get; set; }

    /// <summary><c>--dependency-update</c>: fetch missing dependencies first. Default <see langword="false"/>.</summary>
    public bool DependencyUpdate { get; set; }

    /// <summary><c>--replace</c>: take a name that a deleted release had. Default <see langword="false"/>.</summary>
    public bool Replace { get; set; }

    /// <summary><c>--take-ownership</c>: adopt existing resources. Default <see langword="false"/>.</summary>
    public bool TakeOwnership { get; set; }

    /// <summary><c>--skip-crds</c>: leave CRDs out. Default <see langword="false"/>.</summary>
    public bool SkipCrds { get; set; }

    /// <summary><c>--skip-schema-validation</c>: do not check values against values.schema.json. Default <see langword="false"/>.</summary>
    public bool SkipSchemaValidation { get; set; }

    /// <summary><c>--disable-openapi-validation</c>: do not ask the cluster's schema. Default <see langword="false"/>.</summary>
    public bool DisableOpenApiValidation { get; set; }

    /// <summary><c>--enable-dns</c>: let templates look up host names. Default <see langword="false"/>.</summary>
    public bool EnableDns { get; set; }

    /// <summary><c>--hide-notes</c>: do not print the notes. Default <see langword="false"/>.</summary>
    public bool HideNotes { get; set; }

    /// <summary><c>--render-subchart-notes</c>: notes of dependencies too. Default <see langword="false"/>.</summary>
    public bool RenderSubchartNotes { get; set; }

    /// <summary><c>--post-renderer</c>: an executable (helm 3) or a plugin (helm 4) that gets the manifests.</summary>
    public string? PostRenderer { get; set; }

    /// <summary><c>--post-renderer-args</c>: its arguments.</summary>
    public IList<string> PostRendererArguments { get; } = [];

    /// <summary>How the cluster is changed and waited for.</summary>
    public HelmApplySettings Apply { get; init; } = new();

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Add(Values.Render)
            .Flag("--generate-name", GenerateName)
            .Option("--name-template", NameTemplate)
            .Option("--description", Description)
            .Options("--labels", Labels.Select(label => HelmEscape.Csv($"{label.Key}={label.Value}")))
            .Flag("--create-namespace", CreateNamespace)
            .Flag("--dependency-update", DependencyUpdate)
            .Flag("--replace", Replace)
            .Flag("--take-ownership", TakeOwnership)
            .Flag("--skip-crds", SkipCrds)
            .Flag("--skip-schema-validation", SkipSchemaValidation)
            .Flag("--disable-openapi-validation", DisableOpenApiValidation)
            .Flag("--enable-dns", EnableDns)
            .Flag("--hide-notes", HideNotes)
            .Flag("--render-subchart-notes", RenderSubchartNotes)
            .Option("--post-renderer", PostRenderer)
            .Options("--post-renderer-args", PostRendererArguments)
            .Add(Apply.Render);
    }
}
