namespace ChartRelease.Charts;

/// <summary>A source in which one file has other content.</summary>
internal sealed class OverlayChartSource(IChartSource inner, string chartFolder, string path, SourceFile replacement, byte[] content) : IChartSource
{
    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> List(string folder) =>
        folder == chartFolder ? [.. inner.List(folder).Select(file => file.Path == path ? replacement : file)] : inner.List(folder);

    /// <inheritdoc/>
    public Stream Open(SourceFile file) => file == replacement ? new MemoryStream(content, writable: false) : inner.Open(file);
}
