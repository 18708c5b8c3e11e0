namespace ChartRelease;

/// <summary>A file being written under a temporary name, which <see cref="Commit"/> renames and <see cref="Dispose"/> otherwise deletes.</summary>
internal sealed class PendingFile : IDisposable
{
    // Who deletes leftovers may meet a file between its creation and its lock; not so often in a row.
    private const int MostAttempts = 20;

    private readonly string _path;
    private readonly string _temporaryPath;
    private readonly FileStream _file;
    private readonly IReadOnlyList<string> _folders;

    private PendingFile(string path, string temporaryPath, FileStream file, IReadOnlyList<string> folders)
    {
        (_path, _temporaryPath, _file, _folders) = (path, temporaryPath, file, folders);
        Stream = new WriteFailureStream(file, path);
    }

    /// <summary>Takes the content.</summary>
    public Stream Stream { get; }

    public static PendingFile Create(string path)
    {
        var fullPath = Path.GetFullPath(path);
        return WriteFailure.Guard(fullPath, () =>
        {
            var folders = FolderFlush.Create(Path.GetDirectoryName(fullPath)!);
            for (var attempt = 1; ; attempt++)
            {
                var temporaryPath = AtomicFile.TemporaryPath(fullPath);
                if (TryCreate(temporaryPath, isLast: attempt == MostAttempts) is { } file)
                {
                    return new PendingFile(fullPath, temporaryPath, file, folders);
                }
            }
        });
    }

    /// <summary>
    /// Flushes to the disk, then renames: in the other order a power cut could leave the name without the content. The folder is flushed
    /// last: what was done after this file, and names it, must not be on the disk without it.
    /// </summary>
    /// <param name="toDisk">Whether to wait for the disk.</param>
    public void Commit(bool toDisk = true) => WriteFailure.Guard(_path, () =>
    {
        KeepPermissions();
        _file.Flush(toDisk);
        if (OperatingSystem.IsWindows())
        {
            // Windows renames no open file; elsewhere the open file tells others that this is no leftover until it has its name.
            _file.Dispose();
        }

        File.Move(_temporaryPath, _path, overwrite: true);
        _file.Dispose();
        foreach (var folder in toDisk ? _folders : [])
        {
            FolderFlush.Run(folder);
        }
    });

    public void Dispose()
    {
        try
        {
            _file.Dispose();
        }
        catch (Exception exception) when (WriteFailure.IsOne(exception))
        {
            // Disposing flushes what a full disk has refused already; that failure is on its way to the caller.
        }

        try
        {
            File.Delete(_temporaryPath);
        }
        catch (Exception exception) when (WriteFailure.IsOne(exception))
        {
            // The failure that brought us here says more than that the rest could not be tidied.
        }

        Stream.Dispose();
    }

    // Of a file that is replaced, as if it had been written to.
    private void KeepPermissions()
    {
        if (!OperatingSystem.IsWindows() && File.Exists(_path))
        {
            File.SetUnixFileMode(_file.SafeFileHandle, File.GetUnixFileMode(_path));
        }
    }

    // The system makes a file in one step and locks it in another.
    private static FileStream? TryCreate(string path, bool isLast)
    {
        try
        {
            var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 64 * 1024);
            if (isLast || File.Exists(path))
            {
                return file;
            }

            file.Dispose();
            return null;
        }
        catch (IOException exception) when (!isLast && SharingViolation.Is(exception))
        {
            return null;
        }
    }
}
