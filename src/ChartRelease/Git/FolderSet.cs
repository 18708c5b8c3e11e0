namespace ChartRelease.Git;

/// <summary>Says which of some folders hold a path.</summary>
internal sealed class FolderSet(IEnumerable<string> folders)
{
    private readonly HashSet<string> _folders = folders.ToHashSet(StringComparer.Ordinal);

    /// <summary>How many folders there are.</summary>
    public int Count => _folders.Count;

    /// <summary>The folders; <c>.</c> for the root.</summary>
    public IEnumerable<string> All => _folders;

    /// <summary>The folders that hold at least one of the paths; a folder holds itself.</summary>
    public HashSet<string> HoldersOf(IEnumerable<string> paths)
    {
        HashSet<string> holders = new(StringComparer.Ordinal);
        var lookup = _folders.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var path in paths)
        {
            if (_folders.Contains("."))
            {
                holders.Add(".");
            }

            for (var end = path.Length; end > 0; end = path.AsSpan(0, end).LastIndexOf('/'))
            {
                if (lookup.TryGetValue(path.AsSpan(0, end), out var folder))
                {
                    holders.Add(folder);
                }
            }
        }

        return holders;
    }
}
