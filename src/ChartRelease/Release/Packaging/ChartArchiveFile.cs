using System.Security.Cryptography;
using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using ChartRelease.Oci;

namespace ChartRelease.Release.Packaging;

/// <summary>Writes a chart's archive to a file.</summary>
internal static class ChartArchiveFile
{
    /// <summary>Writes the archive, unless the file has exactly these bytes already.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="path">Full path of the archive.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left of it.</param>
    /// <returns>Media type, digest and size of the archive.</returns>
    public static Descriptor Write(Chart chart, string path, CancellationToken cancellationToken)
    {
        if (File.Exists(path) && ChartArchiveWriter.Write(chart, Stream.Null, cancellationToken) is var same && HasDigest(path, same))
        {
            return Describe(same);
        }

        WrittenArchive? written = null;
        // Whoever finds the file compares it, as above: it need not survive a power cut, and a thousand charts would wait a thousand times for the disk.
        AtomicFile.WriteRepeatable(path, stream => written = ChartArchiveWriter.Write(chart, stream, cancellationToken));
        return Describe(written!);
    }

    /// <summary>Describes the archive of a chart without writing it.</summary>
    public static Descriptor Measure(Chart chart, CancellationToken cancellationToken) =>
        Describe(ChartArchiveWriter.Write(chart, Stream.Null, cancellationToken));

    /// <summary>Describes an archive that another program wrote.</summary>
    public static Descriptor Describe(string path)
    {
        using var file = File.OpenRead(path);
        return new Descriptor(MediaTypes.HelmChart, Digest.FromSha256(SHA256.HashData(file)), file.Length);
    }

    private static Descriptor Describe(WrittenArchive archive) =>
        new(MediaTypes.HelmChart, Digest.Parse($"sha256:{archive.Sha256}"), archive.Size);

    private static bool HasDigest(string path, WrittenArchive archive)
    {
        using var file = File.OpenRead(path);
        return file.Length == archive.Size && Convert.ToHexStringLower(SHA256.HashData(file)) == archive.Sha256;
    }
}
