namespace ChartRelease.Release.Reproduction;

/// <summary>Says in what two archives differ: files, headers, order, encoding.</summary>
internal static class ArchiveDifferences
{
    private static readonly HashSet<string> None = [];

    /// <summary>Compares two archives whose digests differ.</summary>
    /// <param name="published">Full path of the published one.</param>
    /// <param name="rebuilt">Full path of the rebuilt one.</param>
    /// <returns>Differences, content first.</returns>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: one of them is refused by the reader.</exception>
    public static IReadOnlyList<Difference> Find(string published, string rebuilt)
    {
        var (there, here) = (new ArchiveContents(published), new ArchiveContents(rebuilt));
        var (old, plain) = (there.ReadFiles(None), here.ReadFiles(None));
        var unpacked = Unpacked(old, plain);
        var changed = FileComparison.Compare(there, old, here, unpacked.Count == 0 ? plain : here.ReadFiles(unpacked), unpacked);
        List<Difference> differences =
        [
            .. changed.OrderBy(difference => !difference.IsContent),
            .. unpacked.Order(StringComparer.Ordinal).Select(path => new Difference(DifferenceKind.Unpacked, path, null, path)),
            .. HeaderComparison.Compare(there.ReadGzipHeader(), here.ReadGzipHeader()),
            .. HeaderComparison.Compare([.. old.Select(file => file.Header)], plain[0].Header),
            .. Order(old, plain),
        ];
        return differences.Count > 0 ? differences : [new Difference(DifferenceKind.Encoding, "archive", null, null)];
    }

    // helm packages the files of a vendored archive in its place.
    private static HashSet<string> Unpacked(IReadOnlyList<FileFacts> published, IReadOnlyList<FileFacts> rebuilt)
    {
        var there = published.Select(file => file.File.Path).ToHashSet(StringComparer.Ordinal);
        return [.. rebuilt.Select(file => file.File.Path).Where(path => ArchiveContents.IsVendored(path) && !there.Contains(path))];
    }

    private static IEnumerable<Difference> Order(IReadOnlyList<FileFacts> published, IReadOnlyList<FileFacts> rebuilt)
    {
        var (there, here) = (Paths(published), Paths(rebuilt));
        var both = there.Intersect(here).ToHashSet();
        return there.Where(both.Contains).SequenceEqual(here.Where(both.Contains)) ? [] : [new Difference(DifferenceKind.EntryOrder, "order", null, null)];
    }

    private static List<string> Paths(IEnumerable<FileFacts> files) => [.. files.Select(file => file.File.Path)];
}
