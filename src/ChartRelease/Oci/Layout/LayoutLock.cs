using System.Globalization;

namespace ChartRelease.Oci.Layout;

/// <summary>The lock of an image layout: one writer at a time, and others wait.</summary>
internal static class LayoutLock
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Takes the lock, waiting for another holder.</summary>
    /// <param name="path">Full path of the lock file; its folder is created.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>: another process holds it still, or the file cannot be written.</exception>
    public static async Task<FileLock> AcquireAsync(string path, TimeSpan patience, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        FileLock? held;
        while ((held = FileLock.TryTake(path)) is null)
        {
            if (TimeProvider.System.GetElapsedTime(start) >= patience)
            {
                throw Busy(path, patience);
            }

            await Task.Delay(_pause, cancellationToken).ConfigureAwait(false);
        }

        return held;
    }

    private static ChartReleaseException Busy(string path, TimeSpan patience) => new(
        FailureReason.CannotWrite,
        string.Create(CultureInfo.InvariantCulture, $"{path} has been held by {FileLock.HolderOf(path)} for more than {patience.TotalSeconds} s."),
        "One program at a time that writes to the image layout.",
        "Wait for that program or end it, then run the same command again.");
}
