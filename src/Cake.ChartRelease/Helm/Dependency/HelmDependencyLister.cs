using Cake.Core;

namespace Cake.ChartRelease.Helm.Dependency;

/// <summary>Runs <c>helm dependency list</c>.</summary>
internal sealed class HelmDependencyLister(ICakeContext context)
    : HelmTool<HelmDependencyListSettings>(context, "dependency list")
{
    /// <summary>The rows of helm's table, whose cells are separated by tabs.</summary>
    public IReadOnlyList<HelmDependency> List(
        HelmDependencyListSettings settings, string chartFolder, CancellationToken cancellationToken)
    {
        var output = Execute(settings, [chartFolder], cancellationToken);
        return
        [
            .. output.StandardOutput
                .Select(line => line.Split('\t', StringSplitOptions.TrimEntries))
                .Where(cells => cells.Length >= 4 && cells[0] != "NAME")
                .Select(cells => new HelmDependency(cells[0], cells[1], cells[2], cells[3])),
        ];
    }
}
