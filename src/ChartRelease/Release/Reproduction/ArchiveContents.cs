using ChartRelease.Charts.Archive;

namespace ChartRelease.Release.Reproduction;

/// <summary>An archive on disk, read as often as it is needed and never unpacked.</summary>
/// <param name="path">Full path.</param>
internal sealed class ArchiveContents(string path)
{
    private const string VendorFolder = "charts/";

    /// <summary>The header of the compressed data.</summary>
    public GzipHeader ReadGzipHeader()
    {
        using var file = File.OpenRead(path);
        return GzipHeader.Read(file);
    }

    /// <summary>Every file, in the order of the archive.</summary>
    /// <param name="unpack">Paths of vendored archives whose files stand in their place, as <c>helm package</c> does it.</param>
    public IReadOnlyList<FileFacts> ReadFiles(IReadOnlySet<string> unpack) =>
        [.. Entries(unpack).Select(entry => new FileFacts(ArchiveFile.Of(entry), entry.Header))];

    /// <summary>The content of some files, those that are not larger than a text that is compared.</summary>
    /// <param name="paths">Which.</param>
    /// <param name="unpack">See <see cref="ReadFiles"/>.</param>
    public IReadOnlyDictionary<string, byte[]> ReadTexts(IReadOnlySet<string> paths, IReadOnlySet<string> unpack)
    {
        var texts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in Entries(unpack).Where(entry => paths.Contains(entry.Path) && entry.Size <= TextDiff.MaximumSize))
        {
            var content = new byte[entry.Size];
            entry.Content.ReadExactly(content);
            texts[entry.Path] = content;
        }

        return texts;
    }

    /// <summary>Whether a path is that of a vendored archive.</summary>
    public static bool IsVendored(string path) =>
        path.StartsWith(VendorFolder, StringComparison.Ordinal) && path.IndexOf('/', VendorFolder.Length) < 0 && path.EndsWith(".tgz", StringComparison.Ordinal);

    private IEnumerable<ArchiveEntry> Entries(IReadOnlySet<string> unpack)
    {
        using var file = File.OpenRead(path);
        foreach (var entry in ChartArchiveReader.Read(file))
        {
            if (!unpack.Contains(entry.Path))
            {
                yield return entry;
                continue;
            }

            foreach (var inner in ChartArchiveReader.Read(entry.Content))
            {
                yield return inner with { Path = $"{VendorFolder}{inner.ChartFolder}/{inner.Path}" };
            }
        }
    }
}
