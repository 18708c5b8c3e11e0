namespace ChartRelease.Charts.Dependencies;

/// <summary>What stands in the charts/ folder of a chart, as helm loads it.</summary>
internal sealed class VendoredCharts
{
    private const string Folder = "charts/";

    private readonly IReadOnlyList<VendoredChart> _charts;

    private VendoredCharts(IReadOnlyList<VendoredChart> charts) => _charts = charts;

    /// <summary>Reads names and versions of all that stands there; each archive is opened.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: an archive or a Chart.yaml cannot be read.</exception>
    public static VendoredCharts Of(Chart chart) => new([.. chart.Files.Select(file => Read(chart, file)).OfType<VendoredChart>()]);

    /// <summary>Whether a locked dependency is there: in this version, or, when it has no repository, as a folder of this name.</summary>
    public bool Holds(ChartDependency locked) => _charts.Any(chart =>
        chart.Name == locked.Name && (string.IsNullOrEmpty(locked.Repository) ? !chart.IsArchive : chart.Version == locked.Version));

    /// <summary>The archives of a locked dependency in its locked version.</summary>
    public IEnumerable<VendoredChart> ArchivesOf(ChartDependency locked) =>
        _charts.Where(chart => chart.IsArchive && chart.Name == locked.Name && chart.Version == locked.Version);

    /// <summary>Whether every dependency is a plain subchart: a folder in charts/ and no repository, which needs no lock.</summary>
    public bool HoldsFolders(IEnumerable<ChartDependency> dependencies) =>
        dependencies.All(dependency => string.IsNullOrEmpty(dependency.Repository) && Holds(dependency));

    /// <summary>What is a locked dependency by name, and none of the locked ones by version. helm would load it all the same.</summary>
    public IEnumerable<VendoredChart> Stale(DependencyLock locked) =>
        from chart in _charts
        let namesakes = locked.Dependencies.Where(dependency => dependency.Name == chart.Name).ToList()
        where namesakes.Count > 0 && namesakes.TrueForAll(dependency => !string.IsNullOrEmpty(dependency.Repository) && dependency.Version != chart.Version)
        select chart;

    private static VendoredChart? Read(Chart chart, SourceFile file)
    {
        var parts = file.Path.StartsWith(Folder, StringComparison.Ordinal) ? file.Path.Split('/') : [];
        switch (parts)
        {
            case [_, var name] when name.EndsWith(".tgz", StringComparison.Ordinal):
                using (var content = chart.Source.Open(file))
                {
                    return VendoredChart.FromArchive(content, file.Path, ChartFolders.Combine(chart.Path, file.Path));
                }

            case [_, var name, ChartYaml.FileName]:
                return VendoredChart.FromChartYaml(chart.Source.ReadAll(file), $"{Folder}{name}", isArchive: false, ChartFolders.Combine(chart.Path, file.Path));
            default:
                return null;
        }
    }
}
