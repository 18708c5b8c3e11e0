namespace ChartRelease.Git;

/// <summary>
/// Tells which folders merges touched: those with a file that is like in none of the parents (<c>git diff-tree --stdin --raw -z -c</c>). That a folder is like in
/// none is not enough: a clean merge takes some files of it from one side and some from the other.
/// </summary>
internal static class GitMergeReader
{
    /// <summary>With more paths than this git spends more time comparing paths than it saves.</summary>
    private const int MaxPaths = 8;

    private static readonly string[] _arguments =
    [
        "diff-tree", "--stdin", "-r", "-c", "--root", "--raw", "-z", "--pretty=raw", "--no-abbrev", "--no-renames", "--no-notes", "--no-color",
        "--no-ext-diff", "--ignore-submodules=none",
    ];

    /// <returns>For each merge that touched some of the folders which.</returns>
    public static async Task<IReadOnlyList<TouchedFolders>> ReadAsync(
        GitCommand git, IReadOnlyCollection<TouchedFolders> merges, CancellationToken cancellationToken)
    {
        var folders = new FolderSet(merges.SelectMany(static merge => merge.Folders));
        var commits = await GitRawReader.ReadAsync(
            git, [.. _arguments, "--", .. Paths(folders)], merges.Select(static merge => merge.Commit), cancellationToken).ConfigureAwait(false);
        return
        [
            .. commits
                .Select(commit => new TouchedFolders(
                    commit.Commit.Id, [.. folders.HoldersOf(commit.Paths).Order(StringComparer.Ordinal)]))
                .Where(static touched => touched.Folders.Count > 0),
        ];
    }

    /// <summary>The folders, or those above them; nothing, which means everything, when they are many or the root is among them.</summary>
    private static string[] Paths(FolderSet folders)
    {
        string[] paths = folders.Count <= MaxPaths ? [.. folders.All] : [.. folders.All.Select(Parent).Distinct()];
        return paths.Length > MaxPaths || paths.Contains(".") ? [] : paths;
    }

    private static string Parent(string folder) =>
        folder.Contains('/', StringComparison.Ordinal) ? folder[..folder.LastIndexOf('/')] : folder;
}
