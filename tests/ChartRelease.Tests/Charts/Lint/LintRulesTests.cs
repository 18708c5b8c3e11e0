using ChartRelease.Charts.Lint;

namespace ChartRelease.Tests.Charts.Lint;

public sealed class LintRulesTests
{
    [Fact]
    public void Ids_are_unique_and_in_order()
    {
        var ids = LintRules.All.Select(rule => rule.Id).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal).Distinct(), ids);
        Assert.All(ids, id => Assert.Matches(@"\ACR[0-9]{3}\z", id));
    }

    [Fact]
    public void The_reference_page_lists_exactly_the_rules_of_the_code()
    {
        var page = File.ReadAllLines(Path.Combine(RepositoryRoot(), "docs", "reference", "lint-rules.md"));
        Assert.Equal(
            LintRules.All.Select(rule => $"| {rule.Id} | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Title} | {rule.Why} |"),
            page.Where(line => line.StartsWith("| CR", StringComparison.Ordinal)));
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ChartRelease.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The test does not run inside the repository.");
        }

        return folder.FullName;
    }
}
