namespace ChartRelease.Charts;

/// <summary>Where chart files come from: a committed Git tree, or a folder on disk with <c>--allow-dirty</c>.</summary>
public interface IChartSource
{
    /// <summary>Every file below a folder, unsorted.</summary>
    /// <param name="folder">Path relative to the repository root, with <c>/</c> separators.</param>
    /// <exception cref="ChartReleaseException">A submodule, or a symbolic link that leaves the repository, stands below the folder.</exception>
    IReadOnlyList<SourceFile> List(string folder);

    /// <summary>Opens a file's committed bytes for reading. The caller disposes the stream before it opens the next.</summary>
    Stream Open(SourceFile file);

    /// <summary>Opens files one after another. A source that has to ask for each, as Git does, asks for the next ones meanwhile.</summary>
    /// <param name="files">Files of this source.</param>
    /// <returns>Their committed bytes, in the same order. The caller disposes each stream before it takes the next, and opens nothing else meanwhile; as many as there are files.</returns>
    IEnumerable<Stream> OpenAll(IReadOnlyList<SourceFile> files) => files.Select(Open);
}

/// <summary>One file of an <see cref="IChartSource"/>.</summary>
/// <param name="Path">Path relative to the chart folder, with <c>/</c> separators.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Id">What the source finds the content by: a Git object id, or a full path.</param>
public sealed record SourceFile(string Path, long Size, string Id);
