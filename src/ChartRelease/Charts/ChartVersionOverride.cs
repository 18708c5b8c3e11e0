namespace ChartRelease.Charts;

/// <summary>Gives a chart another version for this build only.</summary>
public static class ChartVersionOverride
{
    /// <summary>
    /// The chart with an edited Chart.yaml: its metadata, file size and content change together, so that everything made from it agrees.
    /// </summary>
    /// <param name="chart">The chart as committed.</param>
    /// <param name="version">The version to ship; <see langword="null"/> to keep.</param>
    /// <param name="appVersion">The appVersion to ship; <see langword="null"/> to keep.</param>
    /// <exception cref="ChartReleaseException">See <see cref="ChartYamlEditor.Edit"/>.</exception>
    public static Chart Apply(Chart chart, string? version, string? appVersion)
    {
        var file = chart.Files[0];
        var location = ChartFolders.Combine(chart.Path, file.Path);
        var before = chart.Source.ReadAll(file);
        var after = ChartYamlEditor.Edit(before, location, version, appVersion);
        if (after.AsSpan().SequenceEqual(before))
        {
            return chart;
        }

        var edited = file with { Size = after.Length };
        return chart with
        {
            Files = [edited, .. chart.Files.Skip(1)],
            Source = new OverlayChartSource(chart.Source, chart.Path, file.Path, edited, after),
            Metadata = chart.Metadata with { Version = version ?? chart.Metadata.Version, AppVersion = appVersion ?? chart.Metadata.AppVersion },
        };
    }
}
