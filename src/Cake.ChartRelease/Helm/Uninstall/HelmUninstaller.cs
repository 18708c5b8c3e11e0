using Cake.Core;

namespace Cake.ChartRelease.Helm.Uninstall;

/// <summary>Runs <c>helm uninstall</c>.</summary>
internal sealed class HelmUninstaller(ICakeContext context) : HelmTool<HelmUninstallSettings>(context, "uninstall")
{
    /// <summary>Deletes releases.</summary>
    public void Uninstall(HelmUninstallSettings settings, IReadOnlyCollection<string> releases, CancellationToken cancellationToken) =>
        Execute(settings, releases, cancellationToken);

    private protected override IEnumerable<string> Problems(HelmUninstallSettings settings, IReadOnlyCollection<string> positionals) =>
    [
        .. base.Problems(settings, positionals),
        .. positionals.Count == 0 ? ["No release is named."] : Array.Empty<string>(),
    ];
}
