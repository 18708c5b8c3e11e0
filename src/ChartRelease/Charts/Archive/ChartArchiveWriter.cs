using System.Buffers;

namespace ChartRelease.Charts.Archive;

/// <summary>
/// Writes a chart as a .tgz whose bytes are a function of the chart's name and files alone: entries <c>NAME/PATH</c> in the order of
/// <see cref="Chart.Files"/>, mode 0644, owner 0 without names, one constant time (1980-01-01T00:00:00Z), no folder entries.
/// </summary>
public static class ChartArchiveWriter
{
    private const int BlockSize = 80 * 1024;

    /// <summary>Writes the archive. Memory does not grow with the chart.</summary>
    /// <param name="chart">The chart; for other versions than committed see <see cref="ChartVersionOverride"/>.</param>
    /// <param name="destination">Gets the bytes; neither flushed nor disposed. After an exception it holds an incomplete archive.</param>
    /// <param name="cancellationToken">Looked at between blocks of 80 KiB.</param>
    /// <returns>Size and digest of what was written.</returns>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.InvalidChart"/>: a path that does not mean the same on every system, two paths that differ in letter case
    /// only, a file of 8 GiB or more, a Git LFS pointer, or a file that does not have the size it was listed with.
    /// </exception>
    public static WrittenArchive Write(Chart chart, Stream destination, CancellationToken cancellationToken = default)
    {
        CheckPaths(chart);
        using var hashing = new HashingStream(destination);
        using var gzip = new GzipWriter(hashing);
        using var buffer = MemoryPool<byte>.Shared.Rent(BlockSize);
        foreach (var (file, content) in chart.ReadFiles())
        {
            TarHeader.Write(gzip, $"{chart.Name}/{file.Path}", file.Size);
            CopyExactly(content, gzip, chart, file, buffer.Memory.Span[..BlockSize], cancellationToken);
            TarHeader.WritePadding(gzip, file.Size);
        }

        TarHeader.WriteEnd(gzip);
        gzip.Finish();
        return hashing.Result();
    }

    private static void CheckPaths(Chart chart)
    {
        var paths = new ArchivePathSet();
        foreach (var file in chart.Files)
        {
            if ((ArchivePath.Check($"{chart.Name}/{file.Path}") ?? paths.Add(file.Path)) is { } fault)
            {
                throw Refused(file, $"cannot be packaged ({fault})", "Paths that mean the same on Linux, Windows and macOS.", "Rename the file.");
            }

            if (file.Size > TarHeader.MaximumSize)
            {
                throw Refused(file, $"has {file.Size} bytes", "Files below 8 GiB.", "Keep it out of the chart with .helmignore.");
            }
        }
    }

    private static void CopyExactly(Stream content, GzipWriter gzip, Chart chart, SourceFile file, Span<byte> buffer, CancellationToken cancellationToken)
    {
        var copied = 0L;
        for (int count; (count = content.ReadAtLeast(buffer, LfsPointer.MaximumSize, throwOnEndOfStream: false)) > 0; copied += count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (copied == 0 && LfsPointer.Is(buffer[..count], file.Size))
            {
                throw LfsPointer.Refused(ChartFolders.Combine(chart.Path, file.Path));
            }

            gzip.Write(buffer[..count]);
        }

        if (copied != file.Size)
        {
            throw Refused(file, $"has {copied} bytes and was listed with {file.Size}", "A file that stays the same while it is packaged.", "Run again.");
        }
    }

    private static ChartReleaseException Refused(SourceFile file, string found, string expected, string next) =>
        new(FailureReason.InvalidChart, $"The file \"{file.Path}\" {found}.", expected, next);
}
