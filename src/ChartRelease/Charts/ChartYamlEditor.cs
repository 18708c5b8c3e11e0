namespace ChartRelease.Charts;

/// <summary>Sets <c>version</c> and <c>appVersion</c> of a Chart.yaml without touching any other byte.</summary>
public static class ChartYamlEditor
{
    /// <summary>Returns the file with the new values; a <see langword="null"/> value stays as it is.</summary>
    /// <param name="content">The bytes of Chart.yaml.</param>
    /// <param name="file">Path relative to the repository root, for messages.</param>
    /// <param name="version">The new chart version.</param>
    /// <param name="appVersion">The new application version; added after <c>version</c> when the file has none.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: the value cannot be edited exactly (anchor, alias, tag, several lines, flow mapping).</exception>
    public static byte[] Edit(ReadOnlyMemory<byte> content, string file, string? version, string? appVersion) => throw new NotImplementedException();
}
