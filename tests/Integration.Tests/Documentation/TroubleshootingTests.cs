using System.Text.RegularExpressions;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Documentation;

/// <summary>Users search the page for the words the program printed, so the page must quote words that it prints.</summary>
public sealed partial class TroubleshootingTests
{
    private static readonly Lazy<string> _sources = new(() => string.Concat(
        new[] { "src", "build" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(TestTools.RepositoryRoot, folder), "*.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText)));

    public static TheoryData<string> Quotes { get; } =
    [
        .. Quote().Matches(File.ReadAllText(Path.Combine(TestTools.RepositoryRoot, "docs", "guide", "troubleshooting.md"))).Select(match => match.Groups["words"].Value),
    ];

    [Theory]
    [MemberData(nameof(Quotes))]
    public void Words_quoted_are_words_of_the_program(string quote)
    {
        // What stands in quotation marks, and numbers, are examples of what is filled in.
        var fixedWords = Example().Split(quote).Where(words => words.Trim().Length > 0).ToList();

        Assert.NotEmpty(fixedWords);
        Assert.All(fixedWords, words => Assert.Contains(words.Trim(), _sources.Value, StringComparison.Ordinal));
    }

    [GeneratedRegex("^> `(?<words>.+)`$", RegexOptions.Multiline)]
    private static partial Regex Quote();

    [GeneratedRegex("\"[^\"]*\"(?: from GITHUB_TOKEN)?|[0-9]+")]
    private static partial Regex Example();
}
