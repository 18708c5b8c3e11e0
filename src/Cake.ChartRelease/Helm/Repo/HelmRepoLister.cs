using Cake.ChartRelease.Helm.Json;
using Cake.Core;

namespace Cake.ChartRelease.Helm.Repo;

/// <summary>Runs <c>helm repo list</c>.</summary>
internal sealed class HelmRepoLister(ICakeContext context) : HelmTool<HelmRepoListSettings>(context, "repo list")
{
    /// <summary>The repositories helm knows by name.</summary>
    public IReadOnlyList<HelmRepository> List(HelmRepoListSettings settings, CancellationToken cancellationToken) =>
        Execute(settings, [], HelmJsonContext.Default.IReadOnlyListHelmRepository, cancellationToken);

    /// <summary>The same as helm prints it.</summary>
    public string ListText(HelmRepoListSettings settings, CancellationToken cancellationToken) =>
        Execute(settings, [], cancellationToken).Text;
}
