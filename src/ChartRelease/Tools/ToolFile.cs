using System.Security.Cryptography;

namespace ChartRelease.Tools;

/// <summary>What is done to a fetched file before it is trusted.</summary>
internal static class ToolFile
{
    /// <summary>Compares a file's SHA-256 with its pin.</summary>
    public static async Task VerifyAsync(string path, string sha256, CancellationToken cancellationToken)
    {
        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            var actual = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
            if (!string.Equals(actual, sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw new ToolSourceException($"{Path.GetFileName(path)} has the SHA-256 {actual}, not {sha256}");
            }
        }
    }

    /// <summary>Sets mode 0755 where there are modes.</summary>
    public static void MakeExecutable(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        }
    }

    /// <summary>Makes sure that the file's content survives a crash of the machine before its name does.</summary>
    public static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
