using System.Globalization;
using System.Text.RegularExpressions;

namespace ChartRelease.Release.ChangeLog;

/// <summary>Writes an entry as an item of a Markdown list. Pure.</summary>
internal static partial class MarkdownEntry
{
    public static string Render(ChangeEntry entry, WebLinks? links)
    {
        var text = links is null ? entry.Text : Reference().Replace(entry.Text, match => Link(match.Value, links.Issue(Number(match.Value))));
        var sources = entry.Issues
            .Where(issue => !entry.Text.Contains($"#{issue}", StringComparison.Ordinal))
            .Select(issue => links is null ? $"#{issue}" : Link($"#{issue}", links.Issue(issue)))
            .Prepend(entry.Commit is { } commit ? links is null ? commit[..7] : Link(commit[..7], links.Commit(commit)) : null)
            .OfType<string>().ToList();
        return $"- {(entry.IsBreaking ? "**Breaking:** " : "")}{text}{(sources.Count == 0 ? "" : $" ({string.Join(", ", sources)})")}";
    }

    private static string Link(string text, string address) => $"[{text}]({address})";

    private static int Number(string reference) => int.Parse(reference[1..], CultureInfo.InvariantCulture);

    // Not within a word or a link, and not a number that no issue has.
    [GeneratedRegex(@"(?<![\w/\[&])#[1-9][0-9]{0,8}\b")]
    private static partial Regex Reference();
}
