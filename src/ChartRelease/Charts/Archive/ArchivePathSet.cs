namespace ChartRelease.Charts.Archive;

/// <summary>The paths of one archive, held apart on every file system. Memory grows with the text of the paths, however they are nested.</summary>
internal sealed class ArchivePathSet
{
    private readonly Node _root = new("", isFile: false);

    /// <summary>Adds a file.</summary>
    /// <returns>Why the path cannot stand beside those before it; <see langword="null"/> when it can.</returns>
    public ArchiveFault? Add(string path) => Add(path, isFile: true);

    /// <summary>Adds a folder, which may be there already.</summary>
    /// <returns>Why the path cannot stand beside those before it; <see langword="null"/> when it can.</returns>
    public ArchiveFault? AddFolder(string path) => Add(path, isFile: false);

    private ArchiveFault? Add(string path, bool isFile)
    {
        var node = _root;
        var segments = path.Split('/');
        foreach (var (index, segment) in segments.Index())
        {
            var becomesFile = isFile && index == segments.Length - 1;
            if (!node.Children.TryGetValue(segment, out var child))
            {
                node.Children[segment] = child = new Node(segment, becomesFile);
            }
            else if (child.Name != segment)
            {
                return ArchiveFault.CaseCollision;
            }
            else if (child.IsFile || becomesFile)
            {
                return ArchiveFault.Duplicate;
            }

            node = child;
        }

        return null;
    }

    private sealed class Node(string name, bool isFile)
    {
        private Dictionary<string, Node>? _children;

        public string Name { get; } = name;

        public bool IsFile { get; } = isFile;

        public Dictionary<string, Node> Children => _children ??= new(StringComparer.OrdinalIgnoreCase);
    }
}
