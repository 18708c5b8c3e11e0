using System.Text.Json;

namespace ChartRelease.Release.Reproduction;

/// <summary>How reports are worded, wherever they are shown. Pure.</summary>
public static class ReproductionWords
{
    private const int MostNamed = 5;

    /// <summary>The outcome, in a word or two.</summary>
    public static string Of(ReproductionOutcome outcome) => outcome switch
    {
        ReproductionOutcome.SameContent => "same content, other stamps",
        ReproductionOutcome.Different => "other content",
        _ => outcome.ToString().ToLowerInvariant(),
    };

    /// <summary>A name as JSON has it, for example <c>entryHeader</c>.</summary>
    public static string Code(Enum name) => JsonNamingPolicy.CamelCase.ConvertName(name.ToString());

    /// <summary>One line of a report.</summary>
    public static string Of(Difference difference) => VisibleText.Line(Words(difference));

    /// <summary>What matters most, for a message: files of other content, else all that differs.</summary>
    public static string Summary(IReadOnlyList<Difference> differences)
    {
        var content = differences.Where(difference => difference.IsContent).ToList();
        var shown = content.Count > 0 ? content : [.. differences];
        return string.Join("; ", shown.Take(MostNamed).Select(Of)) + (shown.Count > MostNamed ? $"; and {shown.Count - MostNamed} more" : "");
    }

    private static string Words(Difference difference) => difference.Kind switch
    {
        DifferenceKind.File => $"file {difference.Name}: {Sides(difference)}",
        DifferenceKind.Rewritten => $"file {difference.Name}: the same data, written differently",
        DifferenceKind.Unpacked => $"file {difference.Name}: unpacked in the published chart",
        DifferenceKind.Config => $"config: {Sides(difference)}",
        DifferenceKind.ConfigForm => "config: the same data, written differently",
        DifferenceKind.Annotation => $"annotation {difference.Name}: {Sides(difference)}",
        DifferenceKind.Layer => $"layer {difference.Name}: {Sides(difference)}",
        DifferenceKind.ManifestForm => "manifest: the same data, written differently",
        DifferenceKind.GzipHeader => $"gzip header, {difference.Name}: {Sides(difference)}",
        DifferenceKind.EntryHeader => $"tar header, {difference.Name} of {difference.Entries} {(difference.Entries == 1 ? "file" : "files")}: {Sides(difference)}",
        DifferenceKind.EntryOrder => "tar: the files stand in another order",
        DifferenceKind.Encoding => "archive: the same files and headers, encoded differently",
        var other => throw new ArgumentOutOfRangeException(nameof(difference), other, "No such kind."),
    };

    private static string Sides(Difference difference) =>
        $"published {difference.Published ?? "none"}, rebuilt {difference.Rebuilt ?? "none"}";
}
