namespace ChartRelease.Charts;

/// <summary>Paths of chart folders, relative to the repository root, with <c>/</c> separators; the root is the empty text.</summary>
internal static class ChartFolders
{
    /// <summary>A path below a folder.</summary>
    public static string Combine(string folder, string path) => folder.Length == 0 ? path : $"{folder}/{path}";

    /// <summary>Whether a path is the folder or stands below it.</summary>
    public static bool Contains(string folder, string path) =>
        folder.Length == 0 || path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>The folder of a path; empty at the root.</summary>
    public static string Parent(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

    /// <summary>The last segment of a path.</summary>
    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
