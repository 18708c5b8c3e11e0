namespace ChartRelease.Testing;

/// <summary>Shell scripts in the place of programs, for what the real ones do not do on demand.</summary>
public static class Script
{
    /// <summary>Writes an executable script.</summary>
    /// <param name="folder">The test's folder.</param>
    /// <param name="path">Path below the folder.</param>
    /// <param name="body">What <c>/bin/sh</c> runs.</param>
    /// <returns>Full path of the script.</returns>
    public static string Write(TemporaryFolder folder, string path, string body)
    {
        var script = folder.Write(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, (UnixFileMode)0b111_101_101);
        }

        return script;
    }
}
