using Cake.ChartRelease.Helm.Json;
using Cake.Core;

namespace Cake.ChartRelease.Helm.Search;

/// <summary>Runs <c>helm search hub</c>.</summary>
internal sealed class HelmHubSearcher(ICakeContext context) : HelmTool<HelmSearchHubSettings>(context, "search hub")
{
    /// <summary>Charts that the hub knows.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="keyword">What to search for; empty for everything.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    public IReadOnlyList<HelmHubChart> Search(HelmSearchHubSettings settings, string keyword, CancellationToken cancellationToken) =>
        Execute(settings, Positionals(keyword), HelmJsonContext.Default.IReadOnlyListHelmHubChart, cancellationToken);

    /// <summary>The same as helm prints it.</summary>
    public string SearchText(HelmSearchHubSettings settings, string keyword, CancellationToken cancellationToken) =>
        Execute(settings, Positionals(keyword), cancellationToken).Text;

    private static string[] Positionals(string keyword) => keyword.Length == 0 ? [] : [keyword];
}
