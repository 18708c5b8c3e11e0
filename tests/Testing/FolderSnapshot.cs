using System.Security.Cryptography;

namespace ChartRelease.Testing;

/// <summary>What stands in a folder, to tell later whether anything was written.</summary>
public static class FolderSnapshot
{
    /// <summary>Hash and time of change of every file, by its path below the folder; empty when there is no folder.</summary>
    public static IReadOnlyDictionary<string, string> Take(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(folder, file).Replace('\\', '/'),
            file => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))} {File.GetLastWriteTimeUtc(file):O}")
        : new Dictionary<string, string>();
}
