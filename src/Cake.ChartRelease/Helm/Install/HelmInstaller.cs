using Cake.ChartRelease.Helm.Json;
using Cake.ChartRelease.Helm.Status;
using Cake.Core;

namespace Cake.ChartRelease.Helm.Install;

/// <summary>Runs <c>helm install</c>.</summary>
internal sealed class HelmInstaller(ICakeContext context) : HelmTool<HelmInstallSettings>(context, "install")
{
    /// <summary>Installs a chart.</summary>
    /// <returns>The release as it is then.</returns>
    public HelmReleaseStatus Install(HelmInstallSettings settings, string? release, string chart, CancellationToken cancellationToken) =>
        Execute(settings, Positionals(release, chart), HelmJsonContext.Default.HelmReleaseStatus, cancellationToken);

    /// <summary>Installs a chart.</summary>
    /// <returns>What helm prints.</returns>
    public string InstallText(HelmInstallSettings settings, string? release, string chart, CancellationToken cancellationToken) =>
        Execute(settings, Positionals(release, chart), cancellationToken).Text;

    private protected override IEnumerable<string> Problems(HelmInstallSettings settings, IReadOnlyCollection<string> positionals)
    {
        var names = positionals.Count - 1 + (settings.GenerateName ? 1 : 0) + (settings.NameTemplate is null ? 0 : 1);
        return
        [
            .. base.Problems(settings, positionals),
            .. names == 1 ? Array.Empty<string>() : ["The release gets its name in exactly one way: given, by GenerateName or by NameTemplate."],
        ];
    }

    private static string[] Positionals(string? release, string chart) => release is null ? [chart] : [release, chart];
}
