namespace ChartRelease.Git;

/// <summary>Finds entries of a tree by path without a look at each.</summary>
/// <param name="tree">The tree.</param>
internal sealed class GitTreeIndex(GitTree tree)
{
    private readonly GitTreeEntry[] _entries = [.. tree.Entries.OrderBy(static entry => entry.Path, StringComparer.Ordinal)];

    /// <summary>The entry of exactly this path.</summary>
    public GitTreeEntry? Find(string path) =>
        LowerBound(path) is var index && index < _entries.Length && _entries[index].Path == path ? _entries[index] : null;

    /// <summary>Whether something is below this path.</summary>
    public bool IsFolder(string folder) => Below(folder).Any();

    /// <summary>Every entry below a folder; <c>.</c> or nothing for the root.</summary>
    public IEnumerable<GitTreeEntry> Below(string folder)
    {
        var prefix = folder is "." or "" ? "" : folder + "/";
        for (var i = LowerBound(prefix); i < _entries.Length && _entries[i].Path.StartsWith(prefix, StringComparison.Ordinal); i++)
        {
            yield return _entries[i];
        }
    }

    private int LowerBound(string path)
    {
        var (low, high) = (0, _entries.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (string.CompareOrdinal(_entries[middle].Path, path) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
