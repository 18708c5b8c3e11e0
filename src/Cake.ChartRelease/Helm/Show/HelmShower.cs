using Cake.Core;

namespace Cake.ChartRelease.Helm.Show;

/// <summary>Runs one of the <c>helm show</c> commands.</summary>
/// <param name="context">The context.</param>
/// <param name="part"><c>all</c>, <c>chart</c>, <c>readme</c>, <c>values</c> or <c>crds</c>.</param>
internal sealed class HelmShower(ICakeContext context, string part) : HelmTool<HelmShowSettings>(context, $"show {part}")
{
    /// <summary>What helm shows of the chart.</summary>
    public string Show(HelmShowSettings settings, string chart, CancellationToken cancellationToken) =>
        Execute(settings, [chart], cancellationToken).Text;
}
