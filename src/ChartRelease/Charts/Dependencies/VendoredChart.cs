using ChartRelease.Charts.Archive;
using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts.Dependencies;

/// <summary>A chart in the charts/ folder of another, with the name and version that its own Chart.yaml says: the name of an archive counts for nothing.</summary>
/// <param name="Path">The archive or the folder, relative to the holding chart's folder.</param>
/// <param name="IsArchive">Which of the two it is.</param>
/// <param name="Name">Name of the chart.</param>
/// <param name="Version">Its version as written.</param>
internal sealed record VendoredChart(string Path, bool IsArchive, string Name, string Version)
{
    /// <summary>Reads a .tgz as far as its Chart.yaml.</summary>
    /// <param name="content">The archive.</param>
    /// <param name="path">Path relative to the holding chart's folder.</param>
    /// <param name="file">Path relative to the repository root, for messages.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: no archive of a chart, or a Git LFS pointer.</exception>
    public static VendoredChart FromArchive(Stream content, string path, string file)
    {
        try
        {
            var entry = ChartArchiveReader.Read(content).First(entry => entry.Path == ChartYaml.FileName);
            using var buffer = new MemoryStream();
            entry.Content.CopyTo(buffer);
            return FromChartYaml(buffer.ToArray(), path, isArchive: true, $"{file}/{ChartYaml.FileName}");
        }
        catch (ChartReleaseException exception) when (exception.Failure.Location is null)
        {
            throw new ChartReleaseException(exception.Failure with { Location = new SourceLocation(file) }, exception.InnerException);
        }
    }

    /// <summary>Reads name and version of a Chart.yaml; others vouch for the rest of it.</summary>
    public static VendoredChart FromChartYaml(ReadOnlyMemory<byte> content, string path, bool isArchive, string file)
    {
        var map = YamlDocument.Parse(content, file).Root?.Resolved as YamlMap ?? throw YamlDocument.Invalid(file, 1, "The file is not a YAML mapping.");
        var fields = new YamlFields(file);
        return new VendoredChart(path, isArchive, fields.RequiredText(map, "name"), fields.RequiredText(map, "version"));
    }
}
