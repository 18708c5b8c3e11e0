using System.Buffers;

namespace Cake.ChartRelease.Helm;

/// <summary>
/// The escapes that helm's own flag parsers undo, apart from those of the process start
/// (<see href="https://helm.sh/docs/intro/using_helm/#the-format-and-limitations-of---set"/>).
/// </summary>
internal static class HelmEscape
{
    private static readonly SearchValues<char> CsvSpecial = SearchValues.Create(",\"\r\n");

    /// <summary>
    /// A value of <c>--set</c>, <c>--set-string</c> and <c>--set-file</c>: a comma would end it, a brace would begin a list,
    /// and a backslash would swallow the next character.
    /// </summary>
    public static string SetValue(string value)
    {
        var escaped = value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal);
        return escaped.StartsWith('{') ? @"\" + escaped : escaped;
    }

    /// <summary>A value of a flag that helm reads as one line of CSV, such as <c>--values</c>.</summary>
    public static string Csv(string value) =>
        value.AsSpan().ContainsAny(CsvSpecial) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
