using System.Text;

namespace ChartRelease.Git;

/// <summary>Paths arranged by their segments, so that one descent through two trees finds all that differ.</summary>
internal sealed class PathTree
{
    private readonly Dictionary<string, PathTree> _children = new(StringComparer.Ordinal);

    private PathTree()
    {
    }

    /// <summary>The path that ends here; <see langword="null"/> when paths only lead through.</summary>
    public string? Path { get; private set; }

    /// <summary>Whether paths go on below.</summary>
    public bool GoesOn => _children.Count > 0;

    /// <summary>Arranges paths.</summary>
    /// <param name="paths">Files or folders relative to the root; <c>.</c> for the root itself.</param>
    public static PathTree Of(IEnumerable<string> paths)
    {
        var root = new PathTree();
        foreach (var path in paths)
        {
            var place = root;
            foreach (var segment in path == "." ? [] : path.Split('/'))
            {
                place = place._children.TryGetValue(segment, out var child) ? child : place._children[segment] = new PathTree();
            }

            place.Path = path;
        }

        return root;
    }

    /// <summary>What is below.</summary>
    /// <param name="name">A name in UTF-8.</param>
    public PathTree? Child(ReadOnlySpan<byte> name)
    {
        Span<char> text = name.Length <= 256 ? stackalloc char[name.Length] : new char[name.Length];
        text = text[..Encoding.UTF8.GetChars(name, text)];
        return _children.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var child) ? child : null;
    }
}
