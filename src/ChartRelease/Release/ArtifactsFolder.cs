namespace ChartRelease.Release;

/// <summary>What a run writes to the artifacts folder, and its removal.</summary>
internal static class ArtifactsFolder
{
    // Nothing else in the folder is ours to delete.
    private static readonly string[] Owned = ["charts", "registry", "release.json"];

    /// <summary>Deletes what earlier runs wrote, and the folder itself when it is then empty.</summary>
    public static IReadOnlyList<string> Clean(string folder)
    {
        var deleted = new List<string>();
        foreach (var path in Owned.Select(name => Path.Combine(folder, name)))
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
                deleted.Add(path);
            }
            else if (File.Exists(path))
            {
                File.Delete(path);
                deleted.Add(path);
            }
        }

        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }

        return deleted;
    }
}
