using System.Reflection;
using System.Text;
using Cake.ChartRelease;
using Cake.Core.Annotations;
using ChartRelease.Docs.Xml;

namespace ChartRelease.Docs.Aliases;

/// <summary>A page for each family of aliases, and one that lists them.</summary>
internal static class AliasPages
{
    public const string Notice = "<!-- Made from the XML documentation by: dotnet run --project build/Docs -->\n";

    public static IEnumerable<(string File, string Text)> All()
    {
        var families = Alias.All().GroupBy(alias => (alias.Method.DeclaringType!, alias.Category)).Select(family => new AliasFamily(family.Key.Item1, family.Key.Category, [.. family])).ToList();
        return [("README.md", Index(families)), .. families.Select(family => (family.File, AliasPage.Write(family)))];
    }

    private static string Index(List<AliasFamily> families)
    {
        var documentation = XmlDocumentation.Of(typeof(ChartReleaseAliases).Assembly);
        var page = new StringBuilder($"{Notice}# Aliases\n");
        foreach (var ofClass in families.GroupBy(family => family.Class))
        {
            page.Append($"\n## {ofClass.Key.GetCustomAttribute<CakeAliasCategoryAttribute>()!.Name}\n\n{Markdown.Line(documentation[ofClass.Key].Element("summary"))}\n\n");
            page.Append("| family | aliases |\n|---|---|\n");
            foreach (var family in ofClass)
            {
                page.Append($"| [{family.Category}]({family.File}) | {string.Join(", ", family.Aliases.Select(alias => $"`{alias.Method.Name}`").Distinct())} |\n");
            }
        }

        return page.ToString();
    }
}
