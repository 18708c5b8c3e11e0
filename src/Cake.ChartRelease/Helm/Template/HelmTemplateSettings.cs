using Cake.Core.IO;

namespace Cake.ChartRelease.Helm.Template;

/// <summary>Settings of <c>helm template</c>.</summary>
public sealed class HelmTemplateSettings : HelmNewReleaseSettings
{
    /// <summary>The release name the templates see. Default: helm's own, <c>release-name</c>.</summary>
    public string? ReleaseName { get; set; }

    /// <summary><c>--api-versions</c>: what <c>.Capabilities.APIVersions</c> holds in addition.</summary>
    public IList<string> ApiVersions { get; } = [];

    /// <summary><c>--kube-version</c>: what <c>.Capabilities.KubeVersion</c> holds.</summary>
    public string? KubeVersion { get; set; }

    /// <summary><c>--include-crds</c>: CRDs too. Default <see langword="false"/>.</summary>
    public bool IncludeCrds { get; set; }

    /// <summary><c>--is-upgrade</c>: set <c>.Release.IsUpgrade</c>. Default <see langword="false"/>.</summary>
    public bool IsUpgrade { get; set; }

    /// <summary><c>--output-dir</c>: write files there instead of returning the manifests.</summary>
    public DirectoryPath? OutputDirectory { get; set; }

    /// <summary><c>--release-name</c>: release name in paths of <see cref="OutputDirectory"/>. Default <see langword="false"/>.</summary>
    public bool UseReleaseName { get; set; }

    /// <summary><c>--show-only</c>: only these templates, such as <c>templates/ingress.yaml</c>.</summary>
    public IList<string> ShowOnly { get; } = [];

    /// <summary><c>--skip-tests</c>: leave test hooks out. Default <see langword="false"/>.</summary>
    public bool SkipTests { get; set; }

    /// <summary><c>--validate</c>: ask the cluster about the manifests. Default <see langword="false"/>. Before helm 4.0; later <see cref="HelmDryRun.Server"/>.</summary>
    public bool Validate { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Options("--api-versions", ApiVersions.Select(HelmEscape.Csv))
            .Option("--kube-version", KubeVersion)
            .Flag("--include-crds", IncludeCrds)
            .Flag("--is-upgrade", IsUpgrade)
            .Option("--output-dir", OutputDirectory?.FullPath)
            .Flag("--release-name", UseReleaseName)
            .Options("--show-only", ShowOnly)
            .Flag("--skip-tests", SkipTests)
            .Flag("--validate", Validate, HelmRange.Helm3);
    }
}
