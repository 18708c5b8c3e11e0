using ChartRelease.Charts;

namespace ChartRelease.Git;

/// <summary>The files of a commit as a source of charts. Only committed bytes get here: no filter, no checkout, no working tree.</summary>
/// <remarks>
/// A symbolic link is followed within the commit, as helm follows it on disk: its file, or all files of its folder, appear under the
/// link's own name. Safe for several threads.
/// </remarks>
public sealed class GitChartSource : IChartSource, IAsyncDisposable
{
    private readonly GitBlobReader _blobs;
    private readonly GitLinks _links;

    internal GitChartSource(GitTree tree, GitCommand git)
    {
        Tree = tree;
        _blobs = new GitBlobReader(git);
        _links = new GitLinks(tree, _blobs.ReadText);
    }

    /// <summary>What was listed.</summary>
    public GitTree Tree { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> List(string folder) => _links.List(folder).Files;

    /// <summary>
    /// Every path that decides what <see cref="List"/> gives: the folder, and the links and link targets elsewhere in the commit that were followed.
    /// </summary>
    /// <param name="folder">Path relative to the repository root; empty for the root itself.</param>
    public IReadOnlyCollection<string> PathsOf(string folder) => [folder, .. _links.List(folder).Followed.Where(path => !ChartFolders.Contains(folder, path))];

    /// <inheritdoc/>
    public Stream Open(SourceFile file) => _blobs.Open(file.Id);

    /// <inheritdoc/>
    public IEnumerable<Stream> OpenAll(IReadOnlyList<SourceFile> files) => _blobs.OpenAll([.. files.Select(static file => file.Id)]);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _blobs.DisposeAsync();
}
