using Cake.Core;

namespace Cake.ChartRelease.Helm.Pull;

/// <summary>Runs <c>helm pull</c>.</summary>
internal sealed class HelmPuller(ICakeContext context) : HelmTool<HelmPullSettings>(context, "pull")
{
    /// <summary>Fetches a chart; helm does not say into which file.</summary>
    public void Pull(HelmPullSettings settings, string chart, CancellationToken cancellationToken) =>
        Execute(settings, [chart], cancellationToken);
}
