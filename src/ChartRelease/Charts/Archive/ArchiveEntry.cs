namespace ChartRelease.Charts.Archive;

/// <summary>One file of an archive.</summary>
/// <param name="ChartFolder">The first segment of the path in the archive: the chart's name.</param>
/// <param name="Path">Path relative to the chart folder, with <c>/</c> separators.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Content">The content; valid until the next entry is asked for.</param>
/// <param name="Header">What the archive says of the file beside its path, size and content.</param>
public sealed record ArchiveEntry(string ChartFolder, string Path, long Size, Stream Content, ArchiveHeader Header);
