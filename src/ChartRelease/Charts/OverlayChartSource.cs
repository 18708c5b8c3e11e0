namespace ChartRelease.Charts;

/// <summary>A source in which some files of one chart have other content, are new, or are gone.</summary>
internal sealed class OverlayChartSource : IChartSource
{
    private readonly IChartSource _inner;
    private readonly string _folder;
    private readonly IReadOnlyDictionary<string, byte[]?> _edits;
    private readonly Dictionary<SourceFile, byte[]> _files;

    /// <param name="inner">What is below.</param>
    /// <param name="folder">Folder of the chart.</param>
    /// <param name="edits">Content by path relative to that folder; <see langword="null"/> for a file that is gone.</param>
    public OverlayChartSource(IChartSource inner, string folder, IReadOnlyDictionary<string, byte[]?> edits)
    {
        (_inner, _folder, _edits) = (inner, folder, edits);
        _files = edits
            .Where(edit => edit.Value is not null)
            .ToDictionary(edit => new SourceFile(edit.Key, edit.Value!.Length, $"edited:{ChartFolders.Combine(folder, edit.Key)}"), edit => edit.Value!);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> List(string folder) =>
        folder == _folder ? [.. _inner.List(folder).Where(file => !_edits.ContainsKey(file.Path)), .. _files.Keys] : _inner.List(folder);

    /// <inheritdoc/>
    public Stream Open(SourceFile file) => _files.TryGetValue(file, out var content) ? new MemoryStream(content, writable: false) : _inner.Open(file);

    /// <inheritdoc/>
    public IEnumerable<Stream> OpenAll(IReadOnlyList<SourceFile> files) => _inner.OpenAll(files, _files.ContainsKey, Open);
}
