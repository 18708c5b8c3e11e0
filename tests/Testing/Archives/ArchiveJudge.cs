using ChartRelease.Charts.Archive;

namespace ChartRelease.Testing.Archives;

/// <summary>Gives an input to the reader and holds it to what it promises: an answer, no escape, bounded memory.</summary>
public static class ArchiveJudge
{
    // Small, so that inputs reach them.
    private static readonly ArchiveLimits Limits = new()
    {
        MaximumEntries = 20,
        MaximumEntrySize = 40_000,
        MaximumSize = 100_000,
        MaximumRatio = 20,
        RatioFreeSize = 40_000,
    };

    private const long MostMemory = 8 << 20;

    private static readonly string Root = Path.GetFullPath("/unpacked/chart");

    /// <summary>Reads the archive to its end.</summary>
    /// <returns>Why it was refused; <see langword="null"/> when it was not.</returns>
    /// <exception cref="InvalidOperationException">The reader broke a promise. Any other exception but a refusal comes out as it is.</exception>
    public static ArchiveFault? Judge(byte[] input)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Read(input);
        var memory = GC.GetAllocatedBytesForCurrentThread() - before;
        return memory <= MostMemory ? fault : throw new InvalidOperationException($"An input of {input.Length} bytes took {memory} bytes of memory.");
    }

    private static ArchiveFault? Read(byte[] input)
    {
        var paths = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (total, folder) = (0L, default(string));
        try
        {
            foreach (var entry in ChartArchiveReader.Read(new MemoryStream(input, writable: false), Limits))
            {
                var size = Count(entry.Content);
                total += size;
                folder ??= entry.ChartFolder;
                Require(size == entry.Size && total <= Limits.MaximumSize, entry, "more or less content than it says");
                Require(paths.Add(entry.Path) && paths.Count <= Limits.MaximumEntries && folder == entry.ChartFolder, entry, "a path it must not have");
                Require(StaysInside(Path.Combine(Root, entry.ChartFolder, entry.Path)), entry, "a path that leaves the folder");
                Require(!entry.Path.AsSpan().ContainsAny('\\', ':', '\0'), entry, "a path that other systems read differently");
            }

            return null;
        }
        catch (ChartReleaseException exception) when (exception.InnerException is ArchiveFaultException { Fault: var fault })
        {
            return fault;
        }
    }

    private static long Count(Stream content)
    {
        Span<byte> buffer = stackalloc byte[4096];
        var total = 0L;
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            total += read;
        }

        return total;
    }

    private static bool StaysInside(string path) => Path.GetFullPath(path) == path && path.StartsWith(Root + "/", StringComparison.Ordinal);

    private static void Require(bool holds, ArchiveEntry entry, string found)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"The reader gave {found}: \"{entry.ChartFolder}/{entry.Path}\".");
        }
    }
}
