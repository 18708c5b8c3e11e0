using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ChartRelease.Docs.Xml;

/// <summary>Writes documentation elements as Markdown.</summary>
internal static partial class Markdown
{
    /// <summary>The text of an element in one line; empty without an element.</summary>
    public static string Line(XElement? element) =>
        element is null ? "" : Spaces().Replace(string.Concat(element.Nodes().Select(Inline)), " ").Trim();

    /// <summary>The same for the cell of a table.</summary>
    public static string Cell(XElement? element) => Line(element).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>The lines of a <c>code</c> element, without their common indent.</summary>
    public static string Code(XElement code)
    {
        var lines = code.Value.ReplaceLineEndings("\n").Trim('\n').TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : ""));
    }

    private static string Inline(XNode node) => node switch
    {
        XText text => text.Value.Replace("<", "&lt;", StringComparison.Ordinal),
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "para" } paragraph => $" {Line(paragraph)} ",
        XElement element when element.Attribute("cref") is { } cref => $"`{Short(cref.Value)}`",
        XElement element when element.Attribute("href") is { } href => $"[{(element.Value.Length > 0 ? element.Value : href.Value)}]({href.Value})",
        XElement element when (element.Attribute("langword") ?? element.Attribute("name")) is { } word => $"`{word.Value}`",
        XElement element => Line(element),
        _ => "",
    };

    /// <summary>A member without its namespace, a type without everything before it.</summary>
    public static string Short(string cref)
    {
        var path = cref[2..].Split('(')[0].Split('`')[0].Split('.');
        return cref[0] == 'T' ? path[^1] : string.Join('.', path[^2..]);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
