namespace ChartRelease.Charts.Archive;

/// <summary>What a reader takes from an archive that it does not trust.</summary>
public sealed record ArchiveLimits
{
    /// <summary>The defaults.</summary>
    public static ArchiveLimits Default { get; } = new();

    /// <summary>Most files and folders. Default 10,000.</summary>
    public int MaximumEntries { get; init; } = 10_000;

    /// <summary>Most bytes of one file. Default 1 GiB.</summary>
    public long MaximumEntrySize { get; init; } = 1L << 30;

    /// <summary>Most bytes of the unpacked archive, headers included. Default 2 GiB.</summary>
    public long MaximumSize { get; init; } = 2L << 30;

    /// <summary>Most unpacked bytes for each packed byte, once <see cref="RatioFreeSize"/> bytes are unpacked. Default 200.</summary>
    public int MaximumRatio { get; init; } = 200;

    /// <summary>Unpacked bytes below which the ratio does not matter. Default 16 MiB.</summary>
    public long RatioFreeSize { get; init; } = 16L << 20;
}
