namespace ChartRelease.Charts.Archive;

/// <summary>The paths of one archive, held apart on every file system.</summary>
internal sealed class ArchivePathSet
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    /// <summary>Adds a file.</summary>
    /// <returns>Why the path cannot stand beside those before it; <see langword="null"/> when it can.</returns>
    public ArchiveFault? Add(string path)
    {
        var key = ArchivePath.Fold(path);
        if (_folders.ContainsKey(key))
        {
            return ArchiveFault.Duplicate;
        }

        if (!_files.TryAdd(key, path))
        {
            return _files[key] == path ? ArchiveFault.Duplicate : ArchiveFault.CaseCollision;
        }

        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            var folder = path[..slash];
            var folderKey = ArchivePath.Fold(folder);
            if (_files.ContainsKey(folderKey))
            {
                return ArchiveFault.Duplicate;
            }

            if (!_folders.TryAdd(folderKey, folder) && _folders[folderKey] != folder)
            {
                return ArchiveFault.CaseCollision;
            }
        }

        return null;
    }
}
