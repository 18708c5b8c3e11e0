using Cake.ChartRelease.Helm.Json;
using Cake.Core;

namespace Cake.ChartRelease.Helm.Status;

/// <summary>Runs <c>helm status</c>.</summary>
internal sealed class HelmStatusReader(ICakeContext context) : HelmTool<HelmStatusSettings>(context, "status")
{
    /// <summary>A release as the cluster knows it.</summary>
    public HelmReleaseStatus Read(HelmStatusSettings settings, string release, CancellationToken cancellationToken) =>
        Execute(settings, [release], HelmJsonContext.Default.HelmReleaseStatus, cancellationToken);

    /// <summary>The same as helm prints it.</summary>
    public string ReadText(HelmStatusSettings settings, string release, CancellationToken cancellationToken) =>
        Execute(settings, [release], cancellationToken).Text;
}
