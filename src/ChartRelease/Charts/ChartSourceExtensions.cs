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
}
