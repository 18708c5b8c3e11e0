namespace ChartRelease.Charts.Archive;

/// <summary>Writes a chart as a .tgz whose bytes depend on the chart alone.</summary>
public static class ChartArchiveWriter
{
    /// <summary>Writes the archive.</summary>
    /// <returns>Size and digest of what was written.</returns>
    public static WrittenArchive Write(Chart chart, Stream destination, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
