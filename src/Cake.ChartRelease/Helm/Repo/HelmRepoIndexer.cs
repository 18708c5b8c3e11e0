using Cake.Core;

namespace Cake.ChartRelease.Helm.Repo;

/// <summary>Runs <c>helm repo index</c>.</summary>
internal sealed class HelmRepoIndexer(ICakeContext context) : HelmTool<HelmRepoIndexSettings>(context, "repo index")
{
    /// <summary>Writes index.yaml for the archives in a folder.</summary>
    public void Index(HelmRepoIndexSettings settings, string folder, CancellationToken cancellationToken) =>
        Execute(settings, [folder], cancellationToken);
}
