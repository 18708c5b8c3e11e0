using Cake.ChartRelease.Helm.Json;
using Cake.Core;

namespace Cake.ChartRelease.Helm.History;

/// <summary>Runs <c>helm history</c>.</summary>
internal sealed class HelmHistoryReader(ICakeContext context) : HelmTool<HelmHistorySettings>(context, "history")
{
    /// <summary>The revisions of a release, oldest first.</summary>
    public IReadOnlyList<HelmRevision> Read(HelmHistorySettings settings, string release, CancellationToken cancellationToken) =>
        Execute(settings, [release], HelmJsonContext.Default.IReadOnlyListHelmRevision, cancellationToken);

    /// <summary>The same as helm prints it.</summary>
    public string ReadText(HelmHistorySettings settings, string release, CancellationToken cancellationToken) =>
        Execute(settings, [release], cancellationToken).Text;
}
