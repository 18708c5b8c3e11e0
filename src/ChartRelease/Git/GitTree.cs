namespace ChartRelease.Git;

/// <summary>The files of a commit.</summary>
/// <param name="Commit">Full id of the commit.</param>
/// <param name="Entries">Files, links and submodules in git's order, which is the ordinal order of the UTF-8 paths.</param>
public sealed record GitTree(string Commit, IReadOnlyList<GitTreeEntry> Entries);

/// <summary>One entry of a <see cref="GitTree"/>.</summary>
/// <param name="Path">Path relative to the repository root, with <c>/</c> separators.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Object id: of the content, of the link's text, or of the submodule's commit.</param>
/// <param name="Size">Size in bytes; 0 for a submodule.</param>
public sealed record GitTreeEntry(string Path, GitEntryKind Kind, string Id, long Size);

/// <summary>What a tree entry is.</summary>
public enum GitEntryKind
{
    /// <summary>A file (mode 100644).</summary>
    File,

    /// <summary>An executable file (mode 100755).</summary>
    ExecutableFile,

    /// <summary>A symbolic link (mode 120000).</summary>
    SymbolicLink,

    /// <summary>A submodule (mode 160000).</summary>
    Submodule,
}
