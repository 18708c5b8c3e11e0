using System.ComponentModel;
using System.Diagnostics;

namespace ChartRelease.Processes;

/// <summary>Starts a process, also when its file was written a moment ago.</summary>
public static class ProcessStart
{
    private const int TextFileBusy = 26;
    private const int Attempts = 10;

    /// <summary>Starts a process.</summary>
    /// <exception cref="Win32Exception">The system does not start it.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        for (var attempt = 1; ; attempt++)
        {
            var process = new Process { StartInfo = start };
            try
            {
                process.Start();
                return process;
            }
            catch (Win32Exception exception) when (exception.NativeErrorCode == TextFileBusy && attempt < Attempts)
            {
                // A file just written may still be open in a child that another thread is forking at this very moment;
                // that passes within milliseconds (https://github.com/golang/go/issues/22315).
                process.Dispose();
                Thread.Sleep(10 * attempt);
            }
            catch (Win32Exception)
            {
                process.Dispose();
                throw;
            }
        }
    }
}
