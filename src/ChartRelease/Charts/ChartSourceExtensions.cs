namespace ChartRelease.Charts;

/// <summary>Reads whole small files of an <see cref="IChartSource"/>.</summary>
internal static class ChartSourceExtensions
{
    // Chart.yaml, locks and schemas are read whole; a file above this is not one of them.
    private const long Limit = 64 * 1024 * 1024;

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: the file is larger than 64 MiB.</exception>
    public static byte[] ReadAll(this IChartSource source, SourceFile file)
    {
        if (file.Size > Limit)
        {
            throw new ChartReleaseException(
                FailureReason.InvalidChart,
                $"{file.Path} has {file.Size} bytes.",
                $"At most {Limit} bytes in a file that is read as data.",
                "Check what was committed under this name.");
        }

        using var content = source.Open(file);
        using var buffer = new MemoryStream((int)file.Size);
        content.CopyTo(buffer);
        return buffer.ToArray();
    }

    /// <summary>The files of a chart with their content, one after another. Whoever takes them opens nothing else of the source meanwhile.</summary>
    public static IEnumerable<(SourceFile File, Stream Content)> ReadFiles(this Chart chart)
    {
        using var contents = chart.Source.OpenAll(chart.Files).GetEnumerator();
        foreach (var file in chart.Files)
        {
            using var content = Next(contents, file);
            yield return (file, content);
        }
    }

    /// <summary>Opens files of which a layer holds some, and this source the others; see <see cref="IChartSource.OpenAll"/>.</summary>
    /// <param name="below">This source.</param>
    /// <param name="files">The files.</param>
    /// <param name="isLayered">Whether the layer holds a file.</param>
    /// <param name="open">Opens a file of the layer.</param>
    public static IEnumerable<Stream> OpenAll(
        this IChartSource below, IReadOnlyList<SourceFile> files, Predicate<SourceFile> isLayered, Func<SourceFile, Stream> open)
    {
        using var others = below.OpenAll([.. files.Where(file => !isLayered(file))]).GetEnumerator();
        foreach (var file in files)
        {
            yield return isLayered(file) ? open(file) : Next(others, file);
        }
    }

    // Fewer than were asked for must not become an archive that lacks the last.
    private static Stream Next(IEnumerator<Stream> contents, SourceFile file) =>
        contents.MoveNext() ? contents.Current : throw new InvalidOperationException($"The source of the chart ended before {file.Path}.");
}
