using Cake.Core;

namespace Cake.ChartRelease.Helm.Create;

/// <summary>Runs <c>helm create</c>.</summary>
internal sealed class HelmCreator(ICakeContext context) : HelmTool<HelmCreateSettings>(context, "create")
{
    /// <summary>Writes a new chart into a folder, whose name becomes the chart's.</summary>
    public void Create(HelmCreateSettings settings, string chartFolder, CancellationToken cancellationToken) =>
        Execute(settings, [chartFolder], cancellationToken);
}
