namespace ChartRelease;

/// <summary>Turns what the file system refuses into a <see cref="Failure"/> that names the path and the cause.</summary>
public static class WriteFailure
{
    // EDQUOT and ENOSPC reach .NET as a bare IOException whose HResult is the errno on Unix, and as these on Windows.
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int UnixNoSpace = 28;

    /// <summary>Whether an exception is the file system's refusal to write.</summary>
    public static bool IsOne(Exception exception) => exception is IOException or UnauthorizedAccessException || IsTooLarge(exception);

    /// <summary>Runs an action that writes to a path.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>.</exception>
    public static void Guard(string path, Action write) => Guard(path, () =>
    {
        write();
        return true;
    });

    /// <summary>Runs a function that writes to a path.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>.</exception>
    public static T Guard<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (IsOne(exception))
        {
            throw Of(path, exception);
        }
    }

    /// <summary>The failure to write to a path.</summary>
    /// <param name="path">The file or folder meant, not the temporary name.</param>
    /// <param name="cause">What the file system said.</param>
    public static ChartReleaseException Of(string path, Exception cause)
    {
        var full = cause.HResult is WindowsHandleDiskFull or WindowsDiskFull or UnixNoSpace;
        return new ChartReleaseException(
            FailureReason.CannotWrite,
            $"{path} cannot be written: {(full ? "the disk is full." : Words(path, cause))}",
            "A folder that can be written, with room for the file.",
            full ? "Free some space, then run the same command again." : "Correct the permissions or choose another folder, then run the same command again.",
            cause);
    }

    // .NET's own words name the temporary file, or a part of the path that it does not say which.
    private static string Words(string path, Exception cause) =>
        IsTooLarge(cause) ? "the file system takes no file of that size."
        : FileAbove(path) is { } file ? $"{file} is a file, not a folder."
        : cause is UnauthorizedAccessException ? "permission denied."
        : cause.Message;

    private static string? FileAbove(string path)
    {
        var folder = Path.GetDirectoryName(path);
        while (!string.IsNullOrEmpty(folder) && !File.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return string.IsNullOrEmpty(folder) ? null : folder;
    }

    // EFBIG: a limit on file sizes, the user's (ulimit -f) or the file system's. .NET blames an argument for it.
    private static bool IsTooLarge(Exception exception) => exception is ArgumentOutOfRangeException;
}
