using Cake.ChartRelease.Helm.Json;
using Cake.Core;

namespace Cake.ChartRelease.Helm.Search;

/// <summary>Runs <c>helm search repo</c>.</summary>
internal sealed class HelmRepoSearcher(ICakeContext context) : HelmTool<HelmSearchRepoSettings>(context, "search repo")
{
    /// <summary>Charts in the repositories helm knows by name.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="keyword">What to search for; empty for everything.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    public IReadOnlyList<HelmFoundChart> Search(HelmSearchRepoSettings settings, string keyword, CancellationToken cancellationToken) =>
        Execute(settings, Positionals(keyword), HelmJsonContext.Default.IReadOnlyListHelmFoundChart, cancellationToken);

    /// <summary>The same as helm prints it.</summary>
    public string SearchText(HelmSearchRepoSettings settings, string keyword, CancellationToken cancellationToken) =>
        Execute(settings, Positionals(keyword), cancellationToken).Text;

    private static string[] Positionals(string keyword) => keyword.Length == 0 ? [] : [keyword];
}
