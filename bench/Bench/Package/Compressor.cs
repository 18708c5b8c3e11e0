using System.Diagnostics;
using System.IO.Compression;
using ChartRelease.Charts.Archive.Deflate;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace ChartRelease.Bench.Package;

/// <summary>A compressor alone, on all processors, with the charts' files in memory. No Git, no tar, no checksum, no archive.</summary>
internal static class Compressor
{
    private const int Level = 6;
    private const int BlockSize = 32 * 1024;

    /// <summary>Compresses each chart.</summary>
    /// <param name="charts">The content of each chart's files.</param>
    /// <param name="compress">Compresses one of them.</param>
    /// <returns>Seconds.</returns>
    public static double Run(IReadOnlyList<byte[]> charts, Action<byte[], Stream> compress)
    {
        var clock = Stopwatch.StartNew();
        Parallel.ForEach(charts, chart => compress(chart, Stream.Null));
        return clock.Elapsed.TotalSeconds;
    }

    /// <summary>Bytes of all charts together.</summary>
    public static long Size(IReadOnlyList<byte[]> charts, Action<byte[], Stream> compress)
    {
        using var output = new MemoryStream();
        foreach (var chart in charts)
        {
            compress(chart, output);
        }

        return output.Length;
    }

    /// <summary>The content of the files of each chart of a folder, one behind the other.</summary>
    public static IReadOnlyList<byte[]> Read(string folder) =>
    [
        .. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Select(chart => Directory.EnumerateFiles(chart, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes).ToArray()),
    ];

    /// <summary>The encoder that archives are written with.</summary>
    public static void Ours(byte[] content, Stream output)
    {
        var encoder = DeflateEncoders.Take();
        encoder.Write(content, output);
        encoder.Finish(output);
        DeflateEncoders.Return(encoder);
    }

    /// <summary>Another compressor in managed code, at the level that helm uses.</summary>
    public static void SharpZipLib(byte[] content, Stream output)
    {
        var (deflater, buffer) = (new Deflater(Level, noZlibHeaderOrFooter: true), new byte[BlockSize]);
        deflater.SetInput(content);
        deflater.Finish();
        for (int count; (count = deflater.Deflate(buffer)) > 0;)
        {
            output.Write(buffer, 0, count);
        }
    }

    /// <summary>The runtime's, in native code, whose bytes differ between processors.</summary>
    public static void Runtime(byte[] content, Stream output)
    {
        using var deflate = new DeflateStream(output, CompressionLevel.Optimal, leaveOpen: true);
        deflate.Write(content);
    }
}
