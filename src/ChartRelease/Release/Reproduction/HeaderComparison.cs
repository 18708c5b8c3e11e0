using System.Globalization;
using ChartRelease.Charts.Archive;

namespace ChartRelease.Release.Reproduction;

/// <summary>Compares what archives say beside content. Pure.</summary>
internal static class HeaderComparison
{
    /// <summary>Field by field.</summary>
    public static IEnumerable<Difference> Compare(GzipHeader published, GzipHeader rebuilt) =>
        Fields(published).Zip(Fields(rebuilt), (there, here) => (there.Name, There: there.Value, Here: here.Value))
            .Where(field => field.There != field.Here)
            .Select(field => new Difference(DifferenceKind.GzipHeader, field.Name, field.There, field.Here));

    /// <summary>Field by field, files with the same value together.</summary>
    /// <param name="published">The headers of all files.</param>
    /// <param name="rebuilt">The header that every rebuilt file has.</param>
    public static IEnumerable<Difference> Compare(IReadOnlyList<ArchiveHeader> published, ArchiveHeader rebuilt)
    {
        foreach (var (index, (name, expected)) in Fields(rebuilt).Index())
        {
            foreach (var group in published.Select(header => Fields(header)[index].Value).Where(value => value != expected).GroupBy(value => value).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                yield return new Difference(DifferenceKind.EntryHeader, name, group.Key, expected) { Entries = group.Count() };
            }
        }
    }

    private static (string Name, string? Value)[] Fields(GzipHeader header) =>
    [
        ("modification time", header.ModificationTime == 0 ? null : header.ModificationTime.ToString(CultureInfo.InvariantCulture)),
        ("extra flags", header.ExtraFlags.ToString(CultureInfo.InvariantCulture)),
        ("operating system", header.OperatingSystem.ToString(CultureInfo.InvariantCulture)),
        ("extra field", header.Extra.Length == 0 ? null : header.Extra),
        ("file name", header.Name.Length == 0 ? null : header.Name),
        ("comment", header.Comment.Length == 0 ? null : header.Comment),
    ];

    private static (string Name, string Value)[] Fields(ArchiveHeader header) =>
    [
        ("format", header.Format),
        ("mode", header.Mode),
        ("owner", header.UserId),
        ("group", header.GroupId),
        ("name of the owner", header.UserName),
        ("name of the group", header.GroupName),
        ("modification time", header.ModificationTime),
    ];
}
