using Cake.Core;

namespace Cake.ChartRelease.Helm.Registry;

/// <summary>Runs <c>helm registry logout</c>.</summary>
internal sealed class HelmRegistryLogout(ICakeContext context) : HelmTool<HelmRegistryLogoutSettings>(context, "registry logout")
{
    /// <summary>Removes the stored credentials of a host.</summary>
    public void Logout(HelmRegistryLogoutSettings settings, string host, CancellationToken cancellationToken) =>
        Execute(settings, [host], cancellationToken);
}
