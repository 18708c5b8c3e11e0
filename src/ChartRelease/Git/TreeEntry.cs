namespace ChartRelease.Git;

/// <summary>
/// One row of a tree object: <c>MODE SP NAME NUL ID</c>, sorted by name; a folder sorts as if its name ended with <c>/</c>
/// (<see href="https://git-scm.com/book/en/v2/Git-Internals-Git-Objects"/>).
/// </summary>
internal readonly ref struct TreeEntry
{
    private const int Kinds = 0xF000;
    private const int Folder = 0x4000;
    private const int File = 0x8000;
    private const int Executable = 0x40;

    private TreeEntry(int mode, ReadOnlySpan<byte> name, ReadOnlySpan<byte> id)
    {
        Mode = mode;
        Name = name;
        Id = id;
    }

    /// <summary>What git makes of the mode: the kind, and of a file whether it is executable. Old repositories hold other bits.</summary>
    public int Mode { get; }

    /// <summary>The name.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>The object id.</summary>
    public ReadOnlySpan<byte> Id { get; }

    /// <summary>Whether it is a folder.</summary>
    public bool IsTree => Mode == Folder;

    /// <summary>Reads the first entry.</summary>
    /// <param name="tree">The rest of a tree, not empty.</param>
    /// <param name="idLength">Bytes of an object id.</param>
    public static TreeEntry First(ReadOnlySpan<byte> tree, int idLength)
    {
        var (space, end) = (tree.IndexOf((byte)' '), tree.IndexOf((byte)0));
        var mode = 0;
        foreach (var digit in tree[..space])
        {
            mode = (mode * 8) + (digit - '0');
        }

        return new TreeEntry((mode & Kinds) == File ? mode & (Kinds | Executable) : mode & Kinds, tree[(space + 1)..end], tree.Slice(end + 1, idLength));
    }

    /// <summary>Bytes of the first entry.</summary>
    public static int FirstLength(ReadOnlySpan<byte> tree, int idLength) => tree.IndexOf((byte)0) + 1 + idLength;

    /// <summary>The order of git; a file and a folder of one name are two.</summary>
    public int CompareTo(TreeEntry other)
    {
        var shared = Math.Min(Name.Length, other.Name.Length);
        var order = Name[..shared].SequenceCompareTo(other.Name[..shared]);
        return order != 0 ? order : Following(shared) - other.Following(shared);
    }

    private int Following(int shared) => shared < Name.Length ? Name[shared] : IsTree ? '/' : 0;
}
