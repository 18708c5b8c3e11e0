using System.Text.RegularExpressions;
using ChartRelease.Testing;

namespace ChartRelease.Packages.Tests.Infrastructure;

/// <summary>The code that the page of ways in shows.</summary>
internal static partial class Guide
{
    private static readonly string _page = File.ReadAllText(Path.Combine(TestTools.RepositoryRoot, "docs", "guide", "ways-in.md"));

    /// <summary>A block of the section on scripts.</summary>
    public static string Script(int index) => Block("A script", index);

    /// <summary>A block of the section on Frosting builds.</summary>
    public static string Build(int index) => Block("A Frosting build", index);

    private static string Block(string section, int index) =>
        CodeBlock().Matches(_page.Split("\n## ").Single(part => part.StartsWith(section, StringComparison.Ordinal)))[index].Groups["code"].Value;

    [GeneratedRegex("```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
