namespace ChartRelease.Charts.Archive;

/// <summary>What was written.</summary>
/// <param name="Size">Bytes of the archive.</param>
/// <param name="Sha256">SHA-256 of those bytes as 64 lower-case hexadecimal digits.</param>
public sealed record WrittenArchive(long Size, string Sha256);
