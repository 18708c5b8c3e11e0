using ChartRelease.Charts;

namespace ChartRelease.Release.Dependencies;

/// <summary>The files of a chart, with archives from a cache among them.</summary>
/// <param name="inner">The chart's own files.</param>
/// <param name="chartFolder">Its folder.</param>
/// <param name="added">The archives by the files they stand for.</param>
internal sealed class CompletedSource(IChartSource inner, string chartFolder, IReadOnlyDictionary<SourceFile, CachedArchive> added) : IChartSource
{
    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> List(string folder) => folder == chartFolder ? [.. inner.List(folder), .. added.Keys] : inner.List(folder);

    /// <inheritdoc/>
    public Stream Open(SourceFile file) => added.TryGetValue(file, out var archive) ? archive.Open() : inner.Open(file);

    /// <inheritdoc/>
    public IEnumerable<Stream> OpenAll(IReadOnlyList<SourceFile> files) => inner.OpenAll(files, added.ContainsKey, Open);
}
