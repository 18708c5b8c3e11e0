using Cake.Core;

namespace Cake.ChartRelease.Helm.Template;

/// <summary>Runs <c>helm template</c>.</summary>
internal sealed class HelmTemplater(ICakeContext context) : HelmTool<HelmTemplateSettings>(context, "template")
{
    /// <summary>The rendered manifests.</summary>
    public string Render(HelmTemplateSettings settings, string chart, CancellationToken cancellationToken) =>
        Execute(settings, settings.ReleaseName is { } name ? [name, chart] : [chart], cancellationToken).Text;
}
