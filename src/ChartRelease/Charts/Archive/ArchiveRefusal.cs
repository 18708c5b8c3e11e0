namespace ChartRelease.Charts.Archive;

/// <summary>Makes the failure of a refused archive.</summary>
internal static class ArchiveRefusal
{
    public static ChartReleaseException Because(ArchiveFault fault, string found) => new(
        FailureReason.InvalidChart,
        $"The chart archive is refused ({fault}): {found}",
        "A gzip-compressed tar of one chart folder: plain files with unique relative paths, within the limits.",
        "Do not unpack it. Make it again from its source, or ask who published it.",
        new ArchiveFaultException(fault, found));
}
