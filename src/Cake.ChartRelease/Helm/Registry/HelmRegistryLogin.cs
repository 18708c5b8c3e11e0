using Cake.Core;

namespace Cake.ChartRelease.Helm.Registry;

/// <summary>Runs <c>helm registry login</c>.</summary>
internal sealed class HelmRegistryLogin(ICakeContext context) : HelmTool<HelmRegistryLoginSettings>(context, "registry login")
{
    /// <summary>Has helm store the credentials of a host, after the registry accepted them.</summary>
    public void Login(HelmRegistryLoginSettings settings, string host, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(settings.Username) || settings.Password is null)
        {
            // helm would ask on the terminal and hang in a build.
            throw HelmFailures.HalfCredentials(host, settings.Password is null);
        }

        Execute(settings, [host], cancellationToken);
    }
}
