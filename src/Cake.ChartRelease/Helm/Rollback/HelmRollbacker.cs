using System.Globalization;
using Cake.Core;

namespace Cake.ChartRelease.Helm.Rollback;

/// <summary>Runs <c>helm rollback</c>.</summary>
internal sealed class HelmRollbacker(ICakeContext context) : HelmTool<HelmRollbackSettings>(context, "rollback")
{
    /// <summary>Takes a release back to an earlier revision.</summary>
    public void Rollback(HelmRollbackSettings settings, string release, CancellationToken cancellationToken) => Execute(
        settings,
        settings.Revision is { } revision ? [release, revision.ToString(CultureInfo.InvariantCulture)] : [release],
        cancellationToken);
}
