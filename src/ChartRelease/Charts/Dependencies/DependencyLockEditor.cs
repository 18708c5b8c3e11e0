using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts.Dependencies;

/// <summary>Keeps a Chart.lock in step with edited dependencies, without touching any other byte; <c>generated</c> tells on when helm resolved them.</summary>
internal static class DependencyLockEditor
{
    /// <summary>Returns the lock with other versions, and with helm's digest over them.</summary>
    /// <param name="content">The bytes of the lock, in step before.</param>
    /// <param name="file">Path relative to the repository root, for messages.</param>
    /// <param name="before">The chart's dependencies that it was in step with.</param>
    /// <param name="after">The chart's dependencies now.</param>
    /// <param name="versions">New versions by place in the lock, from 0.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: not valid, or it cannot be edited exactly.</exception>
    public static byte[] Edit(
        ReadOnlyMemory<byte> content,
        string file,
        IReadOnlyList<ChartDependency> before,
        IReadOnlyList<ChartDependency> after,
        IReadOnlyDictionary<int, string> versions)
    {
        var editor = new YamlEditor(content, file);
        DependencyEdits.Add(editor, file, versions);
        var old = DependencyLock.Parse(content, Path.GetFileName(file), file);
        var locked = old.Dependencies.Select((dependency, index) => versions.TryGetValue(index, out var version) ? dependency with { Version = version } : dependency);
        editor.Set(editor.Root, "digest", old.Digest == DependencyDigest.ComputeHelm2(before)
            ? DependencyDigest.ComputeHelm2(after)
            : old.DigestOver(after, [.. locked]));
        return editor.Apply();
    }
}
