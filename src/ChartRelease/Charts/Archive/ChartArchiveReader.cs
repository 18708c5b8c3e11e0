namespace ChartRelease.Charts.Archive;

/// <summary>
/// Reads a chart archive that nobody vouches for. What different tools would unpack differently is refused: links and devices, absolute
/// paths, <c>..</c>, drive letters, duplicates, paths that differ in letter case only, a second gzip member, bytes after the end.
/// </summary>
public static class ChartArchiveReader
{
    /// <summary>
    /// Yields the files in the order of the archive. Each check is made when its place is reached: only after the last entry is the
    /// whole archive known to be sound.
    /// </summary>
    /// <param name="archive">The .tgz; read once, never sought, not disposed.</param>
    /// <param name="limits">What is taken; <see cref="ArchiveLimits.Default"/> when <see langword="null"/>.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/> with an <see cref="ArchiveFaultException"/> inside.</exception>
    public static IEnumerable<ArchiveEntry> Read(Stream archive, ArchiveLimits? limits = null)
    {
        limits ??= ArchiveLimits.Default;
        using var gzip = new GzipReader(archive, limits);
        using var tar = new StrictTarReader(gzip, limits);
        var paths = new ArchivePathSet();
        var (count, folder, hasChartYaml) = (0, default(string), false);
        while (tar.Next() is { } file)
        {
            if (++count > limits.MaximumEntries)
            {
                throw ArchiveRefusal.Because(ArchiveFault.TooManyEntries, $"It holds more than {limits.MaximumEntries} files.");
            }

            var entry = Entry(file, ref folder);
            if (paths.Add(entry.Path) is { } fault)
            {
                throw ArchiveRefusal.Because(fault, $"The path \"{file.Path}\" collides with one before it.");
            }

            hasChartYaml |= entry.Path == ChartYaml.FileName;
            yield return entry;
        }

        if (!hasChartYaml)
        {
            throw ArchiveRefusal.Because(ArchiveFault.NoChartYaml, "There is no Chart.yaml in its chart folder.");
        }
    }

    private static ArchiveEntry Entry(TarFile file, ref string? folder)
    {
        var slash = file.Path.IndexOf('/', StringComparison.Ordinal);
        folder ??= slash < 0 ? null : file.Path[..slash];
        return slash < 0 || file.Path[..slash] != folder
            ? throw ArchiveRefusal.Because(ArchiveFault.OutsideChartFolder, $"\"{file.Path}\" stands outside the chart folder.")
            : new ArchiveEntry(folder, file.Path[(slash + 1)..], file.Size, file.Content);
    }
}
