using Cake.Core;

namespace Cake.ChartRelease.Helm.Plugin;

/// <summary>Runs <c>helm plugin verify</c>.</summary>
internal sealed class HelmPluginVerifier(ICakeContext context) : HelmTool<HelmPluginVerifySettings>(context, "plugin verify")
{
    private protected override HelmRange Range => HelmRange.Helm4;

    /// <summary>Checks the provenance file beside an archive; fails when it is missing or wrong.</summary>
    /// <returns>Who signed it, in helm's words.</returns>
    public string Verify(HelmPluginVerifySettings settings, string archive, CancellationToken cancellationToken) =>
        Execute(settings, [archive], cancellationToken).Text;
}
