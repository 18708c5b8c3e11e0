using ChartRelease.Testing;

namespace Cake.ChartRelease.Tests.Infrastructure;

/// <summary>A script in helm's place, for faults the real one does not have on demand.</summary>
public static class FakeHelm
{
    public static string Write(TemporaryFolder folder, string script)
    {
        var path = folder.Write("bin/helm", $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
