using Cake.Core;

namespace Cake.ChartRelease.Helm.Verify;

/// <summary>Runs <c>helm verify</c>.</summary>
internal sealed class HelmVerifier(ICakeContext context) : HelmTool<HelmVerifySettings>(context, "verify")
{
    /// <summary>Checks the provenance file beside an archive; fails when it is missing or wrong.</summary>
    /// <returns>Who signed it, in helm's words.</returns>
    public string Verify(HelmVerifySettings settings, string archive, CancellationToken cancellationToken) =>
        Execute(settings, [archive], cancellationToken).Text;
}
