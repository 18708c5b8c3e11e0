namespace ChartRelease;

/// <summary>Tells the failure of a file that somebody else has open from others.</summary>
internal static class SharingViolation
{
    /// <summary>Whether it is one: EWOULDBLOCK of Linux and macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.</summary>
    public static bool Is(IOException exception) => OperatingSystem.IsWindows()
        ? exception.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021)
        : exception.HResult is 11 or 35;
}
