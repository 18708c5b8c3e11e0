using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ChartRelease;

/// <summary>
/// Writes the names in a folder to the disk: after a rename the file's content is safe from a power cut, its new name is not before that.
/// </summary>
/// <remarks>
/// .NET opens no folders (<c>File.OpenHandle</c> gives UnauthorizedAccessException), so the handle comes from the system's <c>open</c>.
/// Windows has no such call and needs none: NTFS keeps a journal of names.
/// </remarks>
internal static class FolderFlush
{
    private const int CloseOnExecLinux = 0x80000;
    private const int CloseOnExecMac = 0x1000000;

    /// <summary>Creates a folder and those above it.</summary>
    /// <returns>The folders whose names changed by that, from the lowest up; the folder itself is always the first.</returns>
    public static IReadOnlyList<string> Create(string folder)
    {
        List<string> changed = [folder];
        while (!Directory.Exists(changed[^1]) && Path.GetDirectoryName(changed[^1]) is { } parent)
        {
            changed.Add(parent);
        }

        Directory.CreateDirectory(folder);
        return changed;
    }

    /// <summary>Flushes a folder.</summary>
    /// <exception cref="IOException">The system refuses.</exception>
    public static void Run(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = new SafeFileHandle(
            Open(folder, OperatingSystem.IsLinux() ? CloseOnExecLinux : OperatingSystem.IsMacOS() ? CloseOnExecMac : 0), ownsHandle: true);
        if (handle.IsInvalid)
        {
            throw new IOException($"{folder} cannot be opened to be flushed: {new Win32Exception().Message}");
        }

        // What a file system does not know of folders (EINVAL, ENOTSUP) is passed over there, as nothing can be done about it.
        RandomAccess.FlushToDisk(handle);
    }

    [SuppressMessage("Interoperability", "SYSLIB1054", Justification = "LibraryImport would need unsafe code for one call.")]
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
