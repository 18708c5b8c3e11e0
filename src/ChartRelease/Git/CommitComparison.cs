namespace ChartRelease.Git;

/// <summary>Two trees at the same place.</summary>
/// <param name="Comparison">What they are compared for.</param>
/// <param name="Place">The place.</param>
/// <param name="Before">What git names the first by; <see langword="null"/> when there is none.</param>
/// <param name="After">The same of the second.</param>
internal readonly record struct TreePair(CommitComparison Comparison, PathTree Place, string? Before, string? After);

/// <summary>The comparison of a commit with one of its parents. Pure.</summary>
/// <param name="paths">The paths that matter.</param>
/// <param name="parent">Full id of the parent; <see langword="null"/> to compare with nothing.</param>
/// <param name="commit">Full id of the commit.</param>
internal sealed class CommitComparison(PathTree paths, string? parent, string commit)
{
    private List<string>? _changed;

    /// <summary>The trees to compare first.</summary>
    public TreePair Trees => new(this, paths, parent is null ? null : parent + "^{tree}", commit + "^{tree}");

    /// <summary>The paths that differ, so far.</summary>
    public IReadOnlyList<string> Changed => _changed ?? (IReadOnlyList<string>)[];

    /// <summary>Compares two trees.</summary>
    /// <param name="pair">Where they stand.</param>
    /// <param name="before">Content of the first; empty for none.</param>
    /// <param name="after">Content of the second.</param>
    /// <param name="below">Gets the trees below them that have to be compared.</param>
    public void Compare(TreePair pair, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, List<TreePair> below)
    {
        if (pair.Place == paths && !before.SequenceEqual(after))
        {
            Add(paths.Path);
        }

        // An id has half as many bytes as letters.
        var difference = new TreeDifference(before, after, commit.Length / 2);
        while (difference.Next())
        {
            if (pair.Place.Child(difference.Name) is { } place)
            {
                Add(place.Path);
                if (place.GoesOn && (difference.Before ?? difference.After) is not null)
                {
                    below.Add(new TreePair(this, place, difference.Before, difference.After));
                }
            }
        }
    }

    private void Add(string? path)
    {
        if (path is not null)
        {
            (_changed ??= new List<string>(1)).Add(path);
        }
    }
}
