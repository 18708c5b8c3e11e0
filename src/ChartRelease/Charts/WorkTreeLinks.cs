namespace ChartRelease.Charts;

/// <summary>Resolves symbolic links of a work tree and holds them inside it.</summary>
internal sealed class WorkTreeLinks(string root)
{
    private readonly string _realRoot = RealPath(new DirectoryInfo(root));

    /// <summary>The full path of what an entry stands for, without links.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: the link is broken, leaves the repository or is no plain file.</exception>
    public string Resolve(FileSystemInfo entry)
    {
        if (entry.LinkTarget is null)
        {
            return IsSpecial(entry) ? throw Refused(entry.FullName, "is not a plain file") : entry.FullName;
        }

        var target = entry.ResolveLinkTarget(returnFinalTarget: true);
        if (target is not { Exists: true })
        {
            throw Refused(entry.FullName, "is a symbolic link to nothing");
        }

        // A target may itself stand below a linked folder, so the comparison is made on the real path.
        var real = RealPath(target);
        return real.StartsWith(_realRoot + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? real
            : throw Refused(entry.FullName, "is a symbolic link that leaves the repository");
    }

    /// <summary>The failure of a path that cannot be packaged.</summary>
    public static ChartReleaseException Refused(string path, string why) => new(
        FailureReason.InvalidChart,
        $"{path} {why}.",
        "Files and folders, or symbolic links that stay inside the repository.",
        "Replace it by a copy of what it should hold, or remove it.");

    private static bool IsSpecial(FileSystemInfo entry) =>
        !OperatingSystem.IsWindows() && entry is FileInfo && (entry.Attributes & FileAttributes.Device) != 0;

    private static string RealPath(FileSystemInfo entry)
    {
        var full = Path.TrimEndingDirectorySeparator(entry.FullName);
        var parent = Path.GetDirectoryName(full);
        if (parent is null)
        {
            return full;
        }

        var here = new DirectoryInfo(full);
        return here.LinkTarget is null
            ? Path.Combine(RealPath(new DirectoryInfo(parent)), here.Name)
            : RealPath(here.ResolveLinkTarget(returnFinalTarget: true) ?? here);
    }
}
