using Cake.Core;

namespace Cake.ChartRelease.Helm.Plugin;

/// <summary>Runs <c>helm plugin list</c>.</summary>
internal sealed class HelmPluginLister(ICakeContext context) : HelmTool<HelmPluginListSettings>(context, "plugin list")
{
    /// <summary>The rows of helm's table, whose cells are separated by tabs; which there are depends on helm.</summary>
    public IReadOnlyList<HelmPlugin> List(HelmPluginListSettings settings, CancellationToken cancellationToken)
    {
        var output = Execute(settings, [], cancellationToken);
        var rows = output.StandardOutput
            .Where(line => line.Length > 0)
            .Select(line => line.Split('\t', StringSplitOptions.TrimEntries))
            .ToList();
        if (rows is not [["NAME", "VERSION", ..] titles, .. var plugins] || plugins.Exists(cells => cells.Length < titles.Length))
        {
            throw new HelmOutputException(Verb, output);
        }

        return [.. plugins.Select(cells => PluginOf(title => Array.IndexOf(titles, title) is >= 0 and var column ? cells[column] : null))];
    }

    private static HelmPlugin PluginOf(Func<string, string?> cell) => new(cell("NAME")!, cell("VERSION")!)
    {
        Description = cell("DESCRIPTION"),
        Type = cell("TYPE"),
        ApiVersion = cell("APIVERSION"),
        Provenance = cell("PROVENANCE"),
        Source = cell("SOURCE"),
    };
}
