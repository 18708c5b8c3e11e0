namespace ChartRelease;

/// <summary>A file being written under a temporary name, which <see cref="Commit"/> renames and <see cref="Dispose"/> otherwise deletes.</summary>
internal sealed class PendingFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporaryPath;
    private readonly FileStream _file;

    private PendingFile(string path, string temporaryPath, FileStream file)
    {
        (_path, _temporaryPath, _file) = (path, temporaryPath, file);
        Stream = new WriteFailureStream(file, path);
    }

    /// <summary>Takes the content.</summary>
    public Stream Stream { get; }

    public static PendingFile Create(string path)
    {
        var fullPath = Path.GetFullPath(path);
        var temporaryPath = AtomicFile.TemporaryPath(fullPath);
        return WriteFailure.Guard(fullPath, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(fullPath)!);
            return new PendingFile(fullPath, temporaryPath, new FileStream(temporaryPath, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024));
        });
    }

    /// <summary>Flushes to the disk, then renames: in the other order a power cut could leave the name without the content.</summary>
    public void Commit() => WriteFailure.Guard(_path, () =>
    {
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(_temporaryPath, _path, overwrite: true);
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
}
