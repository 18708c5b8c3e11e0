using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts.Dependencies;

/// <summary>Changes versions in a list of dependencies, as Chart.yaml, requirements.yaml and their locks have it.</summary>
internal static class DependencyEdits
{
    /// <param name="editor">The file.</param>
    /// <param name="file">Path relative to the repository root, for messages.</param>
    /// <param name="versions">New versions by place in the list, from 0.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: there is no such entry, or it cannot be edited exactly.</exception>
    public static void Add(YamlEditor editor, string file, IReadOnlyDictionary<int, string> versions)
    {
        if (versions.Count == 0)
        {
            return;
        }

        var entries = new YamlFields(file).Maps(editor.Root, "dependencies").ToList();
        foreach (var (index, version) in versions)
        {
            var entry = index < entries.Count ? entries[index] : throw YamlDocument.Invalid(file, 0, $"The file has {entries.Count} dependencies, not {index + 1}.");
            editor.Set(
                // What has an anchor may stand for other entries too.
                entry.IsDecorated ? throw YamlDocument.Invalid(file, entry.Line, "The dependency has an anchor or a tag.") : entry,
                "version",
                ChartYamlScalar.Check(version));
        }
    }
}
