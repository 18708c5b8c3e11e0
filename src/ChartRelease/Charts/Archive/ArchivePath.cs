namespace ChartRelease.Charts.Archive;

/// <summary>Which paths an archive may hold: those that mean the same on every system.</summary>
internal static class ArchivePath
{
    /// <summary>Most UTF-16 code units of a path: what macOS takes; Linux takes more.</summary>
    public const int MaximumLength = 1024;

    /// <summary>Most segments of a path.</summary>
    public const int MaximumDepth = 64;

    /// <summary>Why a path, relative to whatever the archive is unpacked to, is refused; <see langword="null"/> when it is fine.</summary>
    public static ArchiveFault? Check(string path)
    {
        if (path.Length == 0 || path.Any(c => c is '\\' or '\uFFFD' || char.IsControl(c)))
        {
            return ArchiveFault.InvalidPath;
        }

        var segments = path.Split('/');
        return path.StartsWith('/') ? ArchiveFault.AbsolutePath
            : segments.Any(IsParent) ? ArchiveFault.ParentPath
            : path.Contains(':', StringComparison.Ordinal) ? ArchiveFault.DrivePath
            : segments.Any(segment => segment.Trim('.', ' ').Length == 0) ? ArchiveFault.InvalidPath
            : path.Length > MaximumLength || segments.Length > MaximumDepth ? ArchiveFault.PathTooLong
            : null;
    }

    // Windows drops dots and spaces at the end of a segment.
    private static bool IsParent(string segment) => segment.StartsWith("..", StringComparison.Ordinal) && segment.Trim('.', ' ').Length == 0;
}
