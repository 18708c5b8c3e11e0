namespace ChartRelease.Charts.Archive;

/// <summary>Every reason for which an archive is refused.</summary>
public enum ArchiveFault
{
    /// <summary>The bytes are not gzip with deflate, or the gzip header is malformed.</summary>
    NotGzip,

    /// <summary>The deflate data, its CRC or its length is wrong.</summary>
    Corrupt,

    /// <summary>The archive ends too early.</summary>
    Truncated,

    /// <summary>Bytes follow the end of the gzip member, or of the tar within it.</summary>
    TrailingData,

    /// <summary>Another gzip member follows the first: some readers join them, some stop before it.</summary>
    ConcatenatedMember,

    /// <summary>A tar header is malformed or its checksum is wrong.</summary>
    NotTar,

    /// <summary>A path starts with a slash.</summary>
    AbsolutePath,

    /// <summary>A path has a <c>..</c> segment, also one that Windows takes for it: <c>..</c> with dots or spaces after it.</summary>
    ParentPath,

    /// <summary>A path has a drive letter or another colon.</summary>
    DrivePath,

    /// <summary>A path is empty, not UTF-8, has empty or <c>.</c> segments, backslashes or control characters.</summary>
    InvalidPath,

    /// <summary>A path is longer, or goes deeper, than file systems take.</summary>
    PathTooLong,

    /// <summary>A symbolic or hard link.</summary>
    Link,

    /// <summary>A device or a pipe.</summary>
    Device,

    /// <summary>A kind of tar entry that charts do not need.</summary>
    UnsupportedEntry,

    /// <summary>A path stands twice, or once as a file and once as a folder.</summary>
    Duplicate,

    /// <summary>Two paths differ in letter case only.</summary>
    CaseCollision,

    /// <summary>A file or folder stands outside the one chart folder.</summary>
    OutsideChartFolder,

    /// <summary>There are more files and folders than allowed.</summary>
    TooManyEntries,

    /// <summary>A file, or everything together, is larger than allowed.</summary>
    TooLarge,

    /// <summary>The data unpacks to far more than it is.</summary>
    RatioExceeded,

    /// <summary>There is no Chart.yaml in the chart folder.</summary>
    NoChartYaml,
}

/// <summary>The cause inside the <see cref="ChartReleaseException"/> of a refused archive.</summary>
public sealed class ArchiveFaultException(ArchiveFault fault, string message) : Exception(message)
{
    /// <summary>Why it was refused.</summary>
    public ArchiveFault Fault { get; } = fault;
}
