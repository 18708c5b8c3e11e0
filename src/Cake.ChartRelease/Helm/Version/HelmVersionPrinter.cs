using Cake.Core;

namespace Cake.ChartRelease.Helm.Version;

/// <summary>Runs <c>helm version</c> for people.</summary>
internal sealed class HelmVersionPrinter(ICakeContext context) : HelmTool<HelmVersionSettings>(context, "version")
{
    /// <summary>What helm prints, in the format of the settings.</summary>
    public string Print(HelmVersionSettings settings, CancellationToken cancellationToken) => Execute(settings, [], cancellationToken).Text;
}
