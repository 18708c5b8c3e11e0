namespace ChartRelease.Tools;

/// <summary>
/// A folder in which one tool is put together. A lock file held open says that it is in use, so that another run can clear
/// away what a killed one left.
/// </summary>
internal sealed class ToolStaging : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _folder;

    private ToolStaging(string folder)
    {
        _folder = folder;
        _lock = TryLock(folder) ?? throw new IOException($"{folder} cannot be locked.");
        Files = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;
        Scratch = Directory.CreateDirectory(Path.Combine(folder, "scratch")).FullName;
    }

    /// <summary>What becomes the tool's folder.</summary>
    public string Files { get; }

    /// <summary>What is deleted afterwards.</summary>
    public string Scratch { get; }

    public static ToolStaging Create(string root)
    {
        Directory.CreateDirectory(root);
        foreach (var leftover in Directory.EnumerateDirectories(root))
        {
            using var unused = TryLock(leftover);
            if (unused is not null)
            {
                TryDelete(leftover);
            }
        }

        return new ToolStaging(Path.Combine(root, Guid.NewGuid().ToString("N")));
    }

    public void Dispose()
    {
        TryDelete(_folder);
        _lock.Dispose();
    }

    private static FileStream? TryLock(string folder)
    {
        try
        {
            return new FileStream(
                folder + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A leftover costs disk space only; the next run tries again.
        }
    }
}
