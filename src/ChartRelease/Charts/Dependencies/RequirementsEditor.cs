using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts.Dependencies;

/// <summary>Changes version ranges in a requirements.yaml without touching any other byte.</summary>
internal static class RequirementsEditor
{
    /// <param name="content">The bytes of the file.</param>
    /// <param name="file">Path relative to the repository root, for messages.</param>
    /// <param name="versions">New ranges by place in the list, from 0.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: not valid, or it cannot be edited exactly.</exception>
    public static byte[] Edit(ReadOnlyMemory<byte> content, string file, IReadOnlyDictionary<int, string> versions)
    {
        var editor = new YamlEditor(content, file);
        DependencyEdits.Add(editor, file, versions);
        return editor.Apply();
    }
}
