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
        var before = chart.Source.ReadAll(file);
        var after = ChartYamlEditor.Edit(
            before, ChartFolders.Combine(chart.Path, file.Path), new ChartYamlChange { Version = version, AppVersion = appVersion });
        return after.AsSpan().SequenceEqual(before)
            ? chart
            : ChartReader.Read(new OverlayChartSource(chart.Source, chart.Path, new Dictionary<string, byte[]?> { [file.Path] = after }), chart.Path);
    }
}
