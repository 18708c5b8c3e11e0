using Cake.ChartRelease.Helm.Json;
using Cake.ChartRelease.Helm.Status;
using Cake.Core;

namespace Cake.ChartRelease.Helm.Upgrade;

/// <summary>Runs <c>helm upgrade</c>.</summary>
internal sealed class HelmUpgrader(ICakeContext context) : HelmTool<HelmUpgradeSettings>(context, "upgrade")
{
    /// <summary>Upgrades a release.</summary>
    /// <returns>The release as it is then.</returns>
    public HelmReleaseStatus Upgrade(HelmUpgradeSettings settings, string release, string chart, CancellationToken cancellationToken) =>
        Execute(settings, [release, chart], HelmJsonContext.Default.HelmReleaseStatus, cancellationToken);

    /// <summary>Upgrades a release.</summary>
    /// <returns>What helm prints.</returns>
    public string UpgradeText(HelmUpgradeSettings settings, string release, string chart, CancellationToken cancellationToken) =>
        Execute(settings, [release, chart], cancellationToken).Text;
}
