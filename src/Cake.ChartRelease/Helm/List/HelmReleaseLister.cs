using Cake.ChartRelease.Helm.Json;
using Cake.Core;

namespace Cake.ChartRelease.Helm.List;

/// <summary>Runs <c>helm list</c>.</summary>
internal sealed class HelmReleaseLister(ICakeContext context) : HelmTool<HelmListSettings>(context, "list")
{
    /// <summary>The releases.</summary>
    public IReadOnlyList<HelmListedRelease> List(HelmListSettings settings, CancellationToken cancellationToken) =>
        Execute(settings, [], HelmJsonContext.Default.IReadOnlyListHelmListedRelease, cancellationToken);

    /// <summary>The same as helm prints it.</summary>
    public string ListText(HelmListSettings settings, CancellationToken cancellationToken) => Execute(settings, [], cancellationToken).Text;
}
