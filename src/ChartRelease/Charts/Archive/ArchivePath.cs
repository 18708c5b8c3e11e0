namespace ChartRelease.Charts.Archive;

/// <summary>Which paths an archive may hold: those that mean the same on every system.</summary>
internal static class ArchivePath
{
    /// <summary>Why a path, relative to whatever the archive is unpacked to, is refused; <see langword="null"/> when it is fine.</summary>
    public static ArchiveFault? Check(string path)
    {
        if (path.Length == 0 || path.Any(c => c is '\\' or '\uFFFD' || char.IsControl(c)))
        {
            return ArchiveFault.InvalidPath;
        }

        var segments = path.Split('/');
        return path.StartsWith('/') ? ArchiveFault.AbsolutePath
            : segments.Contains("..") ? ArchiveFault.ParentPath
            : path.Contains(':', StringComparison.Ordinal) ? ArchiveFault.DrivePath
            : segments.Any(segment => segment is "" or ".") ? ArchiveFault.InvalidPath
            : null;
    }

    /// <summary>A key that is equal for paths which a file system that ignores letter case cannot tell apart.</summary>
    public static string Fold(string path) => path.ToUpperInvariant();
}
