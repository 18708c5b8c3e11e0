using System.Globalization;
using ChartRelease.Charts.Archive;

namespace ChartRelease.Release.Reproduction;

/// <summary>A file of an archive with its header.</summary>
/// <param name="File">Path, size and digest.</param>
/// <param name="Header">What the tar says of it beside.</param>
internal sealed record FileFacts(ArchiveFile File, ArchiveHeader Header)
{
    /// <summary>Size and digest, short.</summary>
    public static string Words(long size, string sha256) => string.Create(CultureInfo.InvariantCulture, $"{size} bytes, sha256 {sha256[..12]}");

    /// <summary>Size and digest, short.</summary>
    public static string? Words(ArchiveFile? file) => file is null ? null : Words(file.Size, file.Sha256);
}
