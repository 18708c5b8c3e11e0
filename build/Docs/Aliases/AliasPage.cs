using System.Reflection;
using System.Text;
using System.Xml.Linq;
using ChartRelease.Docs.Xml;

namespace ChartRelease.Docs.Aliases;

/// <summary>Writes the page of a family: what each alias takes, gives and throws, an example, and the settings.</summary>
internal static class AliasPage
{
    public static string Write(AliasFamily family)
    {
        var page = new StringBuilder($"{AliasPages.Notice}# {family.Title}\n");
        foreach (var alias in family.Aliases)
        {
            Append(page, alias);
        }

        var documentation = XmlDocumentation.Of(family.Class.Assembly);
        foreach (var settings in family.Settings)
        {
            Append(page, settings, documentation);
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, Alias alias)
    {
        page.Append($"\n## {alias.Method.Name}({string.Join(", ", alias.Parameters.Select(parameter => parameter.Name))})\n\n");
        page.Append($"{Markdown.Line(alias.Documentation.Element("summary"))}\n\n```csharp\n{alias.Signature}\n```\n\n");
        if (alias.Documentation.Element("remarks") is { } remarks)
        {
            page.Append($"{Markdown.Line(remarks)}\n\n");
        }

        foreach (var parameter in alias.Parameters)
        {
            var text = alias.Documentation.Elements("param").FirstOrDefault(element => element.Attribute("name")!.Value == parameter.Name)
                ?? throw new InvalidOperationException($"{alias.Signature} does not say what {parameter.Name} is.");
            page.Append($"- `{parameter.Name}`: {Markdown.Line(text)}\n");
        }

        AppendItem(page, "returns", alias.Documentation.Element("returns"));
        foreach (var exception in alias.Documentation.Elements("exception"))
        {
            AppendItem(page, $"throws `{Markdown.Short(exception.Attribute("cref")!.Value)}`", exception);
        }

        page.Append($"\n```csharp\n{alias.Example}\n```\n");
    }

    private static void AppendItem(StringBuilder page, string title, XElement? text)
    {
        if (text is not null)
        {
            page.Append($"- {title}: {Markdown.Line(text)}\n");
        }
    }

    private static void Append(StringBuilder page, Type settings, XmlDocumentation documentation)
    {
        page.Append($"\n## {settings.Name}\n\n{Markdown.Line(documentation[settings].Element("summary"))}\n\n");
        page.Append("| property | type | |\n|---|---|---|\n");
        foreach (var property in settings.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.DeclaringType!.Assembly == settings.Assembly && property.CanWrite)
            .OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            page.Append($"| `{property.Name}` | `{CSharpName.Of(property).Replace("|", "\\|", StringComparison.Ordinal)}` | {Markdown.Cell(documentation[property].Element("summary"))} |\n");
        }
    }
}
