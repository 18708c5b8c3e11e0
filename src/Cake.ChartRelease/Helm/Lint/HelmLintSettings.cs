namespace Cake.ChartRelease.Helm.Lint;

/// <summary>Settings of <c>helm lint</c>.</summary>
public sealed class HelmLintSettings : HelmSettings
{
    /// <summary><c>--strict</c>: warnings count as failures. Default <see langword="false"/>.</summary>
    public bool Strict { get; set; }

    /// <summary><c>--quiet</c>: warnings and errors only. Default <see langword="false"/>.</summary>
    public bool Quiet { get; set; }

    /// <summary><c>--with-subcharts</c>: dependencies too. Default <see langword="false"/>.</summary>
    public bool WithSubcharts { get; set; }

    /// <summary><c>--kube-version</c>: Kubernetes version for capabilities and deprecations. Helm 3.13 and later.</summary>
    public string? KubeVersion { get; set; }

    /// <summary>
    /// <c>--skip-schema-validation</c>: do not check values against values.schema.json. Default <see langword="false"/>. Helm 3.16 and later.
    /// </summary>
    public bool SkipSchemaValidation { get; set; }

    /// <summary>Values to render with.</summary>
    public HelmValues Values { get; init; } = new();

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Flag("--strict", Strict)
            .Flag("--quiet", Quiet)
            .Flag("--with-subcharts", WithSubcharts)
            .Option("--kube-version", KubeVersion, HelmRange.Since("3.13.0"))
            .SkipSchemaValidation(SkipSchemaValidation)
            .Add(Values.Render);
    }
}
