using ChartRelease.Charts;
using ChartRelease.Charts.Archive;

namespace ChartRelease.Release.Reproduction;

/// <summary>Compares the files of two archives by content, those that helm writes anew as data.</summary>
internal static class FileComparison
{
    private const int MostDiffs = 50;

    /// <summary>Compares file by file.</summary>
    /// <param name="published">The published archive.</param>
    /// <param name="old">Its files.</param>
    /// <param name="rebuilt">The rebuilt archive.</param>
    /// <param name="here">Its files, vendored archives unpacked.</param>
    /// <param name="unpacked">Which were.</param>
    public static IReadOnlyList<Difference> Compare(
        ArchiveContents published, IReadOnlyList<FileFacts> old, ArchiveContents rebuilt, IReadOnlyList<FileFacts> here, IReadOnlySet<string> unpacked)
    {
        var differences = ArchiveComparison.Compare(old.Select(file => file.File), here.Select(file => file.File));
        var (oldFiles, newFiles) = (ByPath(old), ByPath(here));
        var changed = differences.Where(difference => difference.Change == FileChange.Changed).Select(difference => difference.Path).ToList();
        var compared = changed.Where(IsWrittenAnew).Concat(changed.Where(path => !IsWrittenAnew(path)).Take(MostDiffs)).ToHashSet(StringComparer.Ordinal);
        var (there, texts) = (published.ReadTexts(compared, new HashSet<string>()), rebuilt.ReadTexts(compared, unpacked));
        return [.. differences.Select(difference => Describe(
            difference.Path, oldFiles.GetValueOrDefault(difference.Path), newFiles.GetValueOrDefault(difference.Path), there.GetValueOrDefault(difference.Path), texts.GetValueOrDefault(difference.Path)))];
    }

    private static Difference Describe(string path, ArchiveFile? old, ArchiveFile? here, byte[]? there, byte[]? text)
    {
        var kind = there is not null && text is not null && IsWrittenAnew(path) && ChartData.AreEqual(path, there, text) ? DifferenceKind.Rewritten : DifferenceKind.File;
        return new Difference(kind, path, FileFacts.Words(old), FileFacts.Words(here)) { Diff = TextDiff.Create(there, text) };
    }

    // Of the chart, and of the charts in it.
    private static bool IsWrittenAnew(string path) => ChartData.Knows(ChartFolders.Name(path))
        && (!path.Contains('/', StringComparison.Ordinal) || ChartFolders.Name(ChartFolders.Parent(ChartFolders.Parent(path))) == "charts");

    private static Dictionary<string, ArchiveFile> ByPath(IEnumerable<FileFacts> files) =>
        files.DistinctBy(file => file.File.Path).ToDictionary(file => file.File.Path, file => file.File, StringComparer.Ordinal);
}
