using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts.Dependencies;

/// <summary>requirements.yaml, where charts of Helm 2 list their dependencies.</summary>
internal static class Requirements
{
    /// <summary>Name of the file within a chart folder.</summary>
    public const string FileName = "requirements.yaml";

    /// <summary>The dependencies; <see langword="null"/> when the file has no such list.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/> with file and line.</exception>
    public static IReadOnlyList<ChartDependency>? Parse(ReadOnlyMemory<byte> content, string file)
    {
        var document = YamlDocument.Parse(content, file);
        return document.Root?.Resolved switch
        {
            null or YamlScalar { IsNull: true } => null,
            YamlMap map => map.Find("dependencies") is null ? null : [.. new ChartMetadataReader(new YamlFields(file)).ReadDependencies(map)],
            _ => throw YamlDocument.Invalid(file, 1, "The file is not a YAML mapping."),
        };
    }
}
