using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts;

/// <summary>
/// A Chart.yaml as data, with the lines it was read from. Duplicate keys are refused, unknown keys are let through. Name, version
/// and appVersion keep the text they were written with (<c>1.10</c> is not the number 1.1); other fields are read as helm reads them.
/// </summary>
public sealed class ChartYaml
{
    private readonly YamlMap _map;

    private ChartYaml(string file, YamlMap map, ChartMetadata metadata) => (File, _map, Metadata) = (file, map, metadata);

    /// <summary>Name of the file within a chart folder.</summary>
    public const string FileName = "Chart.yaml";

    /// <summary>Path relative to the repository root.</summary>
    public string File { get; }

    /// <summary>The fields that Helm knows.</summary>
    public ChartMetadata Metadata { get; }

    /// <summary>Reads a Chart.yaml.</summary>
    /// <param name="content">The bytes of the file; a byte order mark is allowed.</param>
    /// <param name="file">Path relative to the repository root, for messages.</param>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.InvalidChart"/> with file and line: not YAML, a duplicate key, a required field (apiVersion, name, version)
    /// is missing, a field has the wrong shape, or a name or version could not be part of a file name.
    /// Whether the version is a Semantic Version is not decided here.
    /// </exception>
    public static ChartYaml Parse(ReadOnlyMemory<byte> content, string file)
    {
        var document = YamlDocument.Parse(content, file);
        if (document.Duplicates is [var duplicate, ..])
        {
            throw YamlDocument.Invalid(file, duplicate.Line, $"The key \"{duplicate.Key}\" stands already at line {duplicate.FirstLine}.");
        }

        return document.Root?.Resolved is YamlMap map
            ? new ChartYaml(file, map, new ChartMetadataReader(new YamlFields(file)).Read(map))
            : throw YamlDocument.Invalid(file, 1, "The file is not a YAML mapping.");
    }

    /// <summary>The place of a top-level field; the whole file when the field is absent.</summary>
    public SourceLocation Locate(string field) => new(File, _map.FindKey(field)?.Line ?? 0);
}
