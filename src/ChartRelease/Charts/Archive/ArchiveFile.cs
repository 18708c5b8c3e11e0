using System.Security.Cryptography;

namespace ChartRelease.Charts.Archive;

/// <summary>One file of a chart, for comparison.</summary>
/// <param name="Path">Path relative to the chart folder, with <c>/</c> separators.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Sha256">SHA-256 of the content as lower-case hexadecimal digits.</param>
public sealed record ArchiveFile(string Path, long Size, string Sha256)
{
    /// <summary>The files that an archive of this chart would hold, read one after the other.</summary>
    public static IEnumerable<ArchiveFile> Of(Chart chart)
    {
        foreach (var file in chart.Files)
        {
            using var content = chart.Source.Open(file);
            yield return new ArchiveFile(file.Path, file.Size, Convert.ToHexStringLower(SHA256.HashData(content)));
        }
    }

    /// <summary>The files of an archive.</summary>
    /// <exception cref="ChartReleaseException">See <see cref="ChartArchiveReader.Read"/>.</exception>
    public static IEnumerable<ArchiveFile> Of(Stream archive, ArchiveLimits? limits = null) =>
        ChartArchiveReader.Read(archive, limits).Select(Of);

    /// <summary>One file of an archive; its content is read to the end.</summary>
    public static ArchiveFile Of(ArchiveEntry entry) => new(entry.Path, entry.Size, Convert.ToHexStringLower(SHA256.HashData(entry.Content)));
}
