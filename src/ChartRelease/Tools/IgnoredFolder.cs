namespace ChartRelease.Tools;

/// <summary>A folder of generated files that Git ignores, whatever the repository around it says.</summary>
internal static class IgnoredFolder
{
    /// <summary>Makes the folder with a <c>.gitignore</c> that ignores everything in it, itself too. One that is there stays as it is.</summary>
    /// <exception cref="ChartReleaseException">It cannot be written (<see cref="FailureReason.CannotWrite"/>).</exception>
    public static void Create(string folder)
    {
        var file = Path.Combine(folder, ".gitignore");
        if (!File.Exists(file))
        {
            AtomicFile.Write(file, "*\n"u8);
        }
    }
}
