using System.Globalization;

namespace ChartRelease;

/// <summary>
/// One holder at a time, among processes too. The operating system drops the lock with the process that holds it, so a crash
/// leaves none; the file itself stays, as deleting it would let two processes lock two files of the same name.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _file;
    private readonly string _holderPath;

    private FileLock(FileStream file, string holderPath) => (_file, _holderPath) = (file, holderPath);

    /// <summary>Takes the lock.</summary>
    /// <param name="path">Full path of the lock file; its folder is created.</param>
    /// <returns><see langword="null"/> while somebody else holds it.</returns>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>: the file cannot be written, or not be locked.</exception>
    public static FileLock? TryTake(string path)
    {
        var held = TryOpen(path);
        if (held is not null)
        {
            TryIgnoringFailure(() => File.WriteAllText(
                held._holderPath, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}")));
        }

        return held;
    }

    /// <summary>Who holds the lock, in words.</summary>
    public static string HolderOf(string path)
    {
        var holder = "another process";
        TryIgnoringFailure(() => holder = File.ReadAllText(HolderPath(path)) is { Length: > 0 } text ? text : holder);
        return holder;
    }

    public void Dispose()
    {
        TryIgnoringFailure(() => File.Delete(_holderPath));
        _file.Dispose();
    }

    // A locked file cannot be read on every system, so the holder's name stands beside it.
    private static string HolderPath(string path) => path + ".holder";

    private static FileLock? TryOpen(string path) => WriteFailure.Guard(path, () =>
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return IsExclusive(path) ? new FileLock(file, HolderPath(path)) : throw NoLocks(path, file);
        }
        catch (IOException exception) when (SharingViolation.Is(exception))
        {
            return null;
        }
    });

    // .NET passes over file systems that cannot lock, and a variable switches locks off; that must not look like a lock that is held.
    private static bool IsExclusive(string path)
    {
        try
        {
            using var second = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException exception) when (SharingViolation.Is(exception))
        {
            return true;
        }
    }

    private static ChartReleaseException NoLocks(string path, FileStream file)
    {
        file.Dispose();
        return new ChartReleaseException(
            FailureReason.CannotWrite,
            $"{path} cannot be locked: its file system has no locks, or DOTNET_SYSTEM_IO_DISABLEFILELOCKING is set.",
            "A file system with locks, so that two programs do not write at the same time.",
            "Unset that variable, or use a folder on a local disk; for an image layout: --registry=oci-layout:FOLDER.");
    }

    private static void TryIgnoringFailure(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (WriteFailure.IsOne(exception))
        {
            // The holder's name only improves a message.
        }
    }
}
