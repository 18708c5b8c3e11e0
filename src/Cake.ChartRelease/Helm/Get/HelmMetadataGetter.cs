using Cake.ChartRelease.Helm.Json;
using Cake.Core;

namespace Cake.ChartRelease.Helm.Get;

/// <summary>Runs <c>helm get metadata</c>.</summary>
internal sealed class HelmMetadataGetter(ICakeContext context) : HelmTool<HelmGetMetadataSettings>(context, "get metadata")
{
    private protected override HelmRange Range { get; } = HelmRange.Since("3.13.0");

    /// <summary>What the release is made of.</summary>
    public HelmReleaseMetadata Get(HelmGetMetadataSettings settings, string release, CancellationToken cancellationToken) =>
        Execute(settings, [release], HelmJsonContext.Default.HelmReleaseMetadata, cancellationToken);

    /// <summary>The same as helm prints it.</summary>
    public string GetText(HelmGetMetadataSettings settings, string release, CancellationToken cancellationToken) =>
        Execute(settings, [release], cancellationToken).Text;
}
