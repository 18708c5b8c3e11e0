using ChartRelease.Charts.Dependencies;
using ChartRelease.Charts.Ignore;
using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts;

/// <summary>Reads a chart folder as it would be packaged.</summary>
public static class ChartReader
{
    /// <summary>Lists the folder, leaves out what .helmignore says, reads Chart.yaml (and requirements.yaml of a v1 chart).</summary>
    /// <param name="source">Where the files come from.</param>
    /// <param name="folder">Path relative to the repository root, with <c>/</c> separators; empty for the root itself.</param>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.ChartNotFound"/>: no Chart.yaml there. <see cref="FailureReason.InvalidChart"/>: see
    /// <see cref="ChartYaml.Parse"/>; or .helmignore is invalid or leaves out Chart.yaml; or something in charts/ is no chart.
    /// </exception>
    public static Chart Read(IChartSource source, string folder)
    {
        var all = source.List(folder);
        var chartFile = all.FirstOrDefault(file => file.Path == ChartYaml.FileName) ?? throw NotAChart(folder);
        var location = ChartFolders.Combine(folder, ChartYaml.FileName);
        var ignore = ReadIgnore(source, folder, all);
        if (ignore.Ignores(ChartYaml.FileName))
        {
            throw YamlDocument.Invalid(location, 0, $"{HelmIgnore.FileName} leaves out Chart.yaml.");
        }

        var files = SubchartFiles.Select([.. all.Where(file => file == chartFile || !ignore.Ignores(file.Path))], folder).ToList();
        files.Sort(ChartFileOrder.Instance);
        var metadata = ChartYaml.Parse(source.ReadAll(chartFile), location).Metadata;
        return new Chart { Path = folder, Source = source, Files = files, Metadata = WithRequirements(metadata, source, folder, files) };
    }

    private static HelmIgnore ReadIgnore(IChartSource source, string folder, IReadOnlyList<SourceFile> files)
    {
        var file = files.FirstOrDefault(file => file.Path == HelmIgnore.FileName);
        return HelmIgnore.Parse(file is null ? [] : source.ReadAll(file), ChartFolders.Combine(folder, HelmIgnore.FileName));
    }

    // helm reads requirements.yaml whatever the apiVersion, and what it lists replaces the dependencies of Chart.yaml.
    private static ChartMetadata WithRequirements(ChartMetadata metadata, IChartSource source, string folder, IEnumerable<SourceFile> files) =>
        files.FirstOrDefault(file => file.Path == Requirements.FileName) is { } file
        && Requirements.Parse(source.ReadAll(file), ChartFolders.Combine(folder, file.Path)) is { } dependencies
            ? metadata with { Dependencies = dependencies }
            : metadata;

    private static ChartReleaseException NotAChart(string folder) => new(
        FailureReason.ChartNotFound,
        $"There is no Chart.yaml in \"{(folder.Length == 0 ? "." : folder)}\".",
        "A chart folder with a Chart.yaml that is committed.",
        "Commit the chart, or name another folder with --charts.");
}
