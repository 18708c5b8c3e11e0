using Cake.Core;

namespace Cake.ChartRelease.Helm.Repo;

/// <summary>Runs <c>helm repo update</c>.</summary>
internal sealed class HelmRepoUpdater(ICakeContext context) : HelmTool<HelmRepoUpdateSettings>(context, "repo update")
{
    /// <summary>Fetches the indexes of repositories; of all when none is named.</summary>
    public void Update(HelmRepoUpdateSettings settings, IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        Execute(settings, names, cancellationToken);
}
