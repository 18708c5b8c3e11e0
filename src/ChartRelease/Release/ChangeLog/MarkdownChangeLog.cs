using System.Text.RegularExpressions;

namespace ChartRelease.Release.ChangeLog;

/// <summary>
/// Adds versions to a CHANGELOG.md in the form of Keep a Changelog 1.1.0. Every line that is there stays; a version that is there already
/// is not added again. Pure.
/// </summary>
internal static partial class MarkdownChangeLog
{
    /// <summary>Name of the file within a chart folder.</summary>
    public const string FileName = "CHANGELOG.md";

    private const string Head = """
        # Changelog

        All notable changes to this chart, in the form of [Keep a Changelog](https://keepachangelog.com/en/1.1.0/).
        Its versions follow [Semantic Versioning](https://semver.org/spec/v2.0.0.html).

        """;

    /// <summary>The text with the version in it; what stood below Unreleased becomes part of it.</summary>
    /// <param name="text">What the file holds; <see langword="null"/> when there is none.</param>
    /// <param name="section">The version.</param>
    /// <param name="links">Where commits and issues are to be found, or <see langword="null"/>.</param>
    public static string Add(string? text, ChangeLogSection section, WebLinks? links)
    {
        var before = string.IsNullOrWhiteSpace(text) ? Head : text;
        var lineEnd = before.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        List<string> lines = [.. before.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')];
        if (lines.Any(line => Heading().Match(line) is { Success: true } heading && heading.Groups["name"].Value == $"{section.Version}"))
        {
            return before;
        }

        Insert(lines, section, links);
        return string.Join(lineEnd, lines) + lineEnd;
    }

    private static void Insert(List<string> lines, ChangeLogSection section, WebLinks? links)
    {
        var brackets = lines.Any(line => Heading().Match(line) is { Success: true } heading && heading.Groups["open"].Success);
        var heading = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"## {(brackets ? $"[{section.Version}]" : $"{section.Version}")} - {section.Date:yyyy-MM-dd}");
        var unreleased = lines.FindIndex(line => Unreleased().IsMatch(line));
        var start = unreleased >= 0 ? unreleased + 1 : lines.FindIndex(line => Heading().IsMatch(line)) is >= 0 and var first ? first : EndOfText(lines);
        var end = unreleased < 0 ? start : lines.FindIndex(start, line => Heading().IsMatch(line) || Definition().IsMatch(line)) is >= 0 and var next ? next : lines.Count;
        var body = Trimmed(lines[start..end]);
        Merge(body, section, links);
        lines.RemoveRange(start, end - start);
        List<string> added = [heading, "", .. body];
        lines.InsertRange(start, start < lines.Count ? [.. Blank(lines, start), .. added, ""] : [.. Blank(lines, start), .. added]);
    }

    /// <summary>Adds the entries to the groups that are there, and the groups that are not.</summary>
    private static void Merge(List<string> body, ChangeLogSection section, WebLinks? links)
    {
        foreach (var group in section.Entries.GroupBy(entry => entry.Kind).OrderBy(group => group.Key))
        {
            var items = group.Select(entry => MarkdownEntry.Render(entry, links)).Where(item => !body.Contains(item)).ToList();
            var title = body.FindIndex(line => line.TrimEnd() == $"### {group.Key}");
            if (title < 0)
            {
                body.AddRange([.. body.Count > 0 ? [""] : Array.Empty<string>(), $"### {group.Key}", "", .. items]);
                continue;
            }

            var end = body.FindIndex(title + 1, line => line.StartsWith("### ", StringComparison.Ordinal)) is >= 0 and var next ? next : body.Count;
            while (string.IsNullOrWhiteSpace(body[end - 1]))
            {
                end--;
            }

            body.InsertRange(end, end == title + 1 ? [.. items.Prepend("")] : items);
        }
    }

    private static IEnumerable<string> Blank(List<string> lines, int at) => at > 0 && lines[at - 1].Trim().Length > 0 ? [""] : [];

    // Definitions of links stay at the end.
    private static int EndOfText(List<string> lines) => lines.FindIndex(line => Definition().IsMatch(line)) is >= 0 and var first ? first : lines.Count;

    private static List<string> Trimmed(List<string> lines)
    {
        var first = lines.FindIndex(line => line.Trim().Length > 0);
        return first < 0 ? [] : lines[first..(lines.FindLastIndex(line => line.Trim().Length > 0) + 1)];
    }

    [GeneratedRegex(@"\A## (?:(?<open>\[)?v?(?<name>[0-9][^\]\s]*)\]?|\[?Unreleased\]?)(?:[\s(]|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\A## \[?Unreleased\]?\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unreleased();

    [GeneratedRegex(@"\A\[[^\]]+\]: ")]
    private static partial Regex Definition();
}
