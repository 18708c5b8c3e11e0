using System.Globalization;

namespace ChartRelease.Release.Reproduction;

/// <summary>Words that somebody else chose, fit for a terminal and a log: nothing that would be taken for a command, or hide what stands beside it. Pure.</summary>
internal static class VisibleText
{
    private const int MaximumLength = 300;

    /// <summary>One line, control and format characters written as escapes, cropped.</summary>
    public static string Line(string words)
    {
        var line = Escaped(words);
        return line.Length <= MaximumLength ? line : line[..MaximumLength] + "…";
    }

    /// <summary>Control characters but the tab, and format characters, written as escapes.</summary>
    public static string Escaped(string words) =>
        words.Any(IsHidden) ? string.Concat(words.Select(c => IsHidden(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : c.ToString())) : words;

    private static bool IsHidden(char c) =>
        c != '\t' && (char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
