namespace ChartRelease.Oci.Layout;

/// <summary>Finds out whether a file could be written by writing another one beside it, or in the nearest folder that exists.</summary>
internal static class WriteProbe
{
    private static readonly byte[] _content = new byte[512];

    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>.</exception>
    public static void Run(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        while (!Directory.Exists(folder) && !File.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
        {
            folder = parent;
        }

        WriteFailure.Guard(File.Exists(folder) ? path : folder, () =>
        {
            // DeleteOnClose: nothing stays, also when the flush finds the disk full.
            using var probe = new FileStream(
                AtomicFile.TemporaryPath(Path.Combine(folder, "probe")), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            probe.Write(_content);
            probe.Flush();
        });
    }
}
