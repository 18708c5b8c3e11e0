namespace ChartRelease.Git;

/// <summary>
/// Goes through the entries that are not in both of two tree objects, or not the same in both; a file that became a folder is two entries of one name. Pure.
/// </summary>
/// <param name="before">A tree; empty for none.</param>
/// <param name="after">Another one.</param>
/// <param name="idLength">Bytes of an object id.</param>
internal ref struct TreeDifference(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, int idLength)
{
    private ReadOnlySpan<byte> _before = before;
    private ReadOnlySpan<byte> _after = after;

    /// <summary>Name of the entry.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Id of the folder of that name before; <see langword="null"/> where there was none.</summary>
    public string? Before { get; private set; }

    /// <summary>Id of the folder of that name after.</summary>
    public string? After { get; private set; }

    /// <summary>Finds the next entry.</summary>
    public bool Next()
    {
        while (SkipSame())
        {
            var old = _before.IsEmpty ? default : TreeEntry.First(_before, idLength);
            var now = _after.IsEmpty ? default : TreeEntry.First(_after, idLength);
            var order = _before.IsEmpty ? 1 : _after.IsEmpty ? -1 : old.CompareTo(now);
            _before = order > 0 ? _before : _before[TreeEntry.FirstLength(_before, idLength)..];
            _after = order < 0 ? _after : _after[TreeEntry.FirstLength(_after, idLength)..];
            if (order != 0 || old.Mode != now.Mode || !old.Id.SequenceEqual(now.Id))
            {
                Name = order > 0 ? now.Name : old.Name;
                Before = order <= 0 && old.IsTree ? Convert.ToHexStringLower(old.Id) : null;
                After = order >= 0 && now.IsTree ? Convert.ToHexStringLower(now.Id) : null;
                return true;
            }
        }

        return false;
    }

    /// <summary>Passes over entries that are the same: nearly all, of neighbours in history.</summary>
    /// <returns>Whether anything is left.</returns>
    private bool SkipSame()
    {
        var same = _before.CommonPrefixLength(_after);
        if (same == _before.Length && same == _after.Length)
        {
            return false;
        }

        var end = 0;
        while (end < _before.Length && end + TreeEntry.FirstLength(_before[end..], idLength) is var next && next <= same)
        {
            end = next;
        }

        _before = _before[end..];
        _after = _after[end..];
        return true;
    }
}
