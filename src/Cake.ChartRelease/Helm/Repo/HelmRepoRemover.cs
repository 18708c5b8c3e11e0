using Cake.Core;

namespace Cake.ChartRelease.Helm.Repo;

/// <summary>Runs <c>helm repo remove</c>.</summary>
internal sealed class HelmRepoRemover(ICakeContext context) : HelmTool<HelmRepoRemoveSettings>(context, "repo remove")
{
    /// <summary>Makes helm forget repositories.</summary>
    public void Remove(HelmRepoRemoveSettings settings, IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        Execute(settings, names, cancellationToken);

    private protected override IEnumerable<string> Problems(HelmRepoRemoveSettings settings, IReadOnlyCollection<string> positionals) =>
    [
        .. base.Problems(settings, positionals),
        .. positionals.Count == 0 ? ["No repository is named."] : Array.Empty<string>(),
    ];
}
