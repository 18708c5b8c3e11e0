using System.Diagnostics.CodeAnalysis;

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
        while (tar.Next() is { } item)
        {
            if (++count > limits.MaximumEntries)
            {
                throw ArchiveRefusal.Because(ArchiveFault.TooManyEntries, $"It holds more than {limits.MaximumEntries} files and folders.");
            }

            Place(item, paths, ref folder);
            if (item is TarFile file)
            {
                var entry = new ArchiveEntry(folder, file.Path[(folder.Length + 1)..], file.Size, file.Content, file.Header);
                hasChartYaml |= entry.Path == ChartYaml.FileName;
                yield return entry;
            }
        }

        if (!hasChartYaml)
        {
            throw ArchiveRefusal.Because(ArchiveFault.NoChartYaml, "There is no Chart.yaml in its chart folder.");
        }
    }

    // The first segment of the first path is the chart folder, and a folder; everything else stands in it and beside nothing that looks the same.
    private static void Place(TarItem item, ArchivePathSet paths, [NotNull] ref string? folder)
    {
        var slash = item.Path.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? item.Path : item.Path[..slash];
        folder ??= first;
        if (first != folder || (slash < 0 && item is TarFile))
        {
            throw ArchiveRefusal.Because(ArchiveFault.OutsideChartFolder, $"\"{item.Path}\" stands outside the chart folder.");
        }

        if ((item is TarFile ? paths.Add(item.Path) : paths.AddFolder(item.Path)) is { } fault)
        {
            throw ArchiveRefusal.Because(fault, $"The path \"{item.Path}\" collides with one before it.");
        }
    }
}
