using System.Globalization;

namespace ChartRelease.Oci.Layout;

/// <summary>
/// One writer at a time, among processes too. The operating system drops the lock with the process that holds it, so a crash
/// leaves none; the file itself stays, as deleting it would let two processes lock two files of the same name.
/// </summary>
internal sealed class LayoutLock : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(25);

    private readonly FileStream _file;
    private readonly string _holderPath;

    private LayoutLock(FileStream file, string holderPath) => (_file, _holderPath) = (file, holderPath);

    /// <summary>Takes the lock, waiting for another holder.</summary>
    /// <param name="path">Full path of the lock file; its folder is created.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>: another process holds it still, or the file cannot be written.</exception>
    public static async Task<LayoutLock> AcquireAsync(string path, TimeSpan patience, CancellationToken cancellationToken)
    {
        // A locked file cannot be read on every system, so the holder's name stands beside it.
        var holderPath = path + ".holder";
        var start = TimeProvider.System.GetTimestamp();
        LayoutLock? held;
        while ((held = TryTake(path, holderPath)) is null)
        {
            if (TimeProvider.System.GetElapsedTime(start) >= patience)
            {
                throw Busy(path, holderPath, patience);
            }

            await Task.Delay(_pause, cancellationToken).ConfigureAwait(false);
        }

        WriteHolder(holderPath);
        return held;
    }

    public void Dispose()
    {
        TryIgnoringFailure(() => File.Delete(_holderPath));
        _file.Dispose();
    }

    private static LayoutLock? TryTake(string path, string holderPath) => WriteFailure.Guard(path, () =>
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return IsExclusive(path) ? new LayoutLock(file, holderPath) : throw NoLocks(path, file);
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
            "A file system with locks, so that two programs do not write one image layout at the same time.",
            "Unset that variable, or name a folder on a local disk with --registry=oci-layout:FOLDER.");
    }

    private static void WriteHolder(string path) => TryIgnoringFailure(() => File.WriteAllText(
        path,
        string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}")));

    private static ChartReleaseException Busy(string path, string holderPath, TimeSpan patience)
    {
        var holder = "another process";
        TryIgnoringFailure(() => holder = File.ReadAllText(holderPath) is { Length: > 0 } text ? text : holder);
        return new ChartReleaseException(
            FailureReason.CannotWrite,
            string.Create(CultureInfo.InvariantCulture, $"{path} has been held by {holder} for more than {patience.TotalSeconds} s."),
            "One program at a time that writes to the image layout.",
            "Wait for that program or end it, then run the same command again.");
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
