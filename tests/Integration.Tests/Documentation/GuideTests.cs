using System.Text.RegularExpressions;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Documentation;

public sealed partial class GuideTests
{
    public static TheoryData<string> Pages { get; } =
    [
        "README.md",
        "helm/agentapi-proxy/README.md",
        .. Directory.EnumerateFiles(Path.Combine(TestTools.RepositoryRoot, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(TestTools.RepositoryRoot, file))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_within_the_repository_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(TestTools.RepositoryRoot, page))!;
        var links = Link().Matches(Read(page)).Select(match => match.Groups["target"].Value.Split('#')[0]);

        Assert.All(
            links.Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal)),
            link => Assert.True(Path.Exists(Path.Combine(folder, link)), link));
    }

    [Fact]
    public void The_readme_leads_to_every_page_of_the_guide()
    {
        var readme = Read("README.md");
        var pages = Directory.EnumerateFiles(Path.Combine(TestTools.RepositoryRoot, "docs", "guide"), "*.md").Select(file => Path.GetFileName(file)).ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Contains($"(docs/guide/{page})", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void The_workflow_that_is_shown_uses_the_actions_that_run()
    {
        var workflow = Read(".github/workflows/helm-publish.yml");
        // Where this repository is hosted, and at which commit, is the reader's to fill in.
        var shown = Uses().Matches(Read("docs/guide/github-actions.md")).Select(match => match.Value)
            .Where(action => !action.EndsWith("@COMMIT", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(shown);
        Assert.All(shown, action => Assert.Contains(action, workflow, StringComparison.Ordinal));
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(TestTools.RepositoryRoot, path));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("uses: .*")]
    private static partial Regex Uses();
}
