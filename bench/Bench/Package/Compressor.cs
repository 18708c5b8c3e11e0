using System.Diagnostics;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace ChartRelease.Bench.Package;

/// <summary>The limit: the compressor alone, on all processors, with the charts' files in memory. No Git, no tar, no checksum, no archive.</summary>
internal static class Compressor
{
    private const int Level = 6;
    private const int BlockSize = 32 * 1024;

    /// <summary>Compresses each chart.</summary>
    /// <param name="charts">The content of each chart's files.</param>
    /// <returns>Seconds.</returns>
    public static double Run(IReadOnlyList<byte[]> charts)
    {
        var clock = Stopwatch.StartNew();
        Parallel.ForEach(charts, Compress);
        return clock.Elapsed.TotalSeconds;
    }

    /// <summary>The content of the files of each chart of a folder, one behind the other.</summary>
    public static IReadOnlyList<byte[]> Read(string folder) =>
    [
        .. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Select(chart => Directory.EnumerateFiles(chart, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes).ToArray()),
    ];

    private static void Compress(byte[] content)
    {
        var (deflater, output) = (new Deflater(Level, noZlibHeaderOrFooter: true), new byte[BlockSize]);
        for (var start = 0; start < content.Length; start += BlockSize)
        {
            deflater.SetInput(content, start, Math.Min(BlockSize, content.Length - start));
            Drain(deflater, output);
        }

        deflater.Finish();
        Drain(deflater, output);
    }

    private static void Drain(Deflater deflater, byte[] output)
    {
        while (deflater.Deflate(output) > 0)
        {
        }
    }
}
