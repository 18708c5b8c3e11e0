using Cake.Core;

namespace Cake.ChartRelease.Helm.Repo;

/// <summary>Runs <c>helm repo add</c>.</summary>
internal sealed class HelmRepoAdder(ICakeContext context) : HelmTool<HelmRepoAddSettings>(context, "repo add")
{
    /// <summary>Gives a chart repository a name, after its index was fetched.</summary>
    public void Add(HelmRepoAddSettings settings, string name, string url, CancellationToken cancellationToken) =>
        Execute(settings, [name, url], cancellationToken);
}
