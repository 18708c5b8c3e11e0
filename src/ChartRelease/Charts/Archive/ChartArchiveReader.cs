namespace ChartRelease.Charts.Archive;

/// <summary>Reads a chart archive that nobody vouches for.</summary>
public static class ChartArchiveReader
{
    /// <summary>Yields the files in the order of the archive. Everything is checked as it is reached: only after the last entry is the whole archive known to be sound.</summary>
    /// <param name="archive">The .tgz; read once, never sought, not disposed.</param>
    /// <param name="limits">What is taken; <see cref="ArchiveLimits.Default"/> when <see langword="null"/>.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/> with an <see cref="ArchiveFaultException"/> inside.</exception>
    public static IEnumerable<ArchiveEntry> Read(Stream archive, ArchiveLimits? limits = null) => throw new NotImplementedException();
}
