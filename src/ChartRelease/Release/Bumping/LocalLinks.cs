using ChartRelease.Charts;
using ChartRelease.Oci;
using ChartRelease.Release.Dependencies;

namespace ChartRelease.Release.Bumping;

/// <summary>A dependency on a chart of the same repository.</summary>
/// <param name="Index">Place in the list of dependencies, from 0.</param>
/// <param name="Dependency">The dependency.</param>
/// <param name="On">The chart it means.</param>
internal sealed record LocalLink(int Index, ChartDependency Dependency, Chart On);

/// <summary>
/// Finds which charts depend on which others of the same run: by path (<c>file://</c>), or by the registry they are all published to. Pure.
/// </summary>
internal sealed class LocalLinks
{
    private readonly Dictionary<string, Chart> _byFolder;
    private readonly Dictionary<string, Chart> _byName;
    private readonly HashSet<string> _registries;

    /// <param name="charts">The charts.</param>
    /// <param name="targets">Where they are published to.</param>
    public LocalLinks(IReadOnlyList<Chart> charts, IEnumerable<TargetReference> targets)
    {
        _byFolder = charts.ToDictionary(chart => chart.Path, StringComparer.Ordinal);
        _byName = charts.DistinctBy(chart => chart.Name).ToDictionary(chart => chart.Name, StringComparer.Ordinal);
        _registries = targets.OfType<RegistryReference>().Select(registry => registry.Value).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The dependencies of a chart on others.</summary>
    public IReadOnlyList<LocalLink> Of(Chart chart) =>
    [
        .. chart.Metadata.Dependencies
            .Select((dependency, index) => Find(chart, dependency) is { } on && on.Path != chart.Path ? new LocalLink(index, dependency, on) : null)
            .OfType<LocalLink>(),
    ];

    /// <summary>The charts, each after those it depends on.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: a cycle, which is told.</exception>
    public IReadOnlyList<Chart> InOrder()
    {
        var (ordered, open, done) = (new List<Chart>(), new List<Chart>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var chart in _byFolder.Values.OrderBy(chart => chart.Name, StringComparer.Ordinal))
        {
            Visit(chart);
        }

        return ordered;

        void Visit(Chart chart)
        {
            if (done.Contains(chart.Path))
            {
                return;
            }

            if (open.IndexOf(chart) is >= 0 and var start)
            {
                throw Cycle([.. open.Skip(start), chart]);
            }

            open.Add(chart);
            foreach (var link in Of(chart))
            {
                Visit(link.On);
            }

            open.RemoveAt(open.Count - 1);
            ordered.Add(chart);
            done.Add(chart.Path);
        }
    }

    private Chart? Find(Chart chart, ChartDependency dependency) =>
        LocalDependencies.FolderInside(chart, dependency) is { } folder ? _byFolder.GetValueOrDefault(folder)
        : dependency.Repository is { } repository && _registries.Contains(repository.TrimEnd('/')) ? _byName.GetValueOrDefault(dependency.Name)
        : null;

    private static ChartReleaseException Cycle(List<Chart> charts) => new(
        FailureReason.InvalidChart,
        $"Charts depend on each other in a circle: {string.Join(" → ", charts.Select(chart => chart.Name))}.",
        "Dependencies without a circle, so that there is an order in which they can be released.",
        $"Remove one of these dependencies, for example that of {charts[^2].Name} on {charts[^1].Name}.");
}
