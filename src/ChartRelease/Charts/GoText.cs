using System.Globalization;
using System.Text;

namespace ChartRelease.Charts;

/// <summary>helm's cleaning of metadata texts: white space becomes a space, what Go's unicode.IsPrint denies is dropped.</summary>
internal static class GoText
{
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = Rune.IsWhiteSpace(rune) ? clean.Append(' ') : IsPrint(rune) ? clean.Append(rune.ToString()) : clean;
        }

        return clean.ToString();
    }

    private static bool IsPrint(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
}
