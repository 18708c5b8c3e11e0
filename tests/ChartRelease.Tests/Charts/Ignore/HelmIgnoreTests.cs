using ChartRelease.Testing;

namespace ChartRelease.Tests.Charts.Ignore;

public sealed class HelmIgnoreTests(IgnoredCharts charts) : IClassFixture<IgnoredCharts>
{
    /// <summary>.helmignore files, each tried with both helms.</summary>
    public static TheoryData<string> Patterns => new(
        // Blank lines, comments, blanks around a pattern, line ends, a byte order mark.
        "", "# a.txt\n\n  \n", "  a.txt  ", "a.txt\r\nb.txt\r", "\uFEFFa.txt", "#hash.txt", "  # a.txt", "a.txt # no comment",
        // Names, at any depth.
        "a.txt", "foo", "deep", "with space.txt", "é.txt", "LICENSE\nREADME.md", "t.yaml", "A.TXT",
        // Paths, from the chart's folder.
        "/a.txt", "/foo", "bar/foo", "docs/a.txt", "foo/foo", "docs/deep", "templates/tests", "./a.txt", "docs//a.txt", "/docs/deep/a.txt", "deep/a.txt",
        // Folders.
        "docs", "docs/", "/docs/", "foo/", "deep/", "bar/foo/", "a.txt/", "/templates/sub/", "templates", "templates/", "crds/", "docs/deep/", "/",
        // Stars, marks, classes.
        "*", "*.txt", "/*.txt", "a*", "*a*", "docs/*", "docs/*.txt", "docs/*/*.txt", "*/a.txt", "/*/a.txt", "*/", "docs/*/", "docs/deep/*", "?.txt", "??.txt", "docs/?.txt",
        "[ab].txt", "[^a].txt", "[!a].txt", "[a-c]*.txt", "[c-a].txt", "*[.]md", "docs[/]a.txt", "a.tx[t]", "[é].txt", "?.txt\n*.md", "*~\n*.bak",
        // Escapes.
        "\\[x\\].txt", "[x].txt", "\\#hash.txt", "\\!bang.txt", "\\*.txt", "\\a.txt", "[\\]x].txt",
        // Dots, and helm's own rule.
        ".*", ".dot", "files/.*", "templates/.?*", "templates/_*", "templates/*.yaml", ".",
        // Negation.
        "!*.txt", "*.txt\n!a.txt", "!a.txt\n*.md", "!docs/", "!/a.txt", "!", "!docs", "!docs/\n!foo/", "README.md\n!README.md", "!*", "!Chart.yaml", "! a.txt",
        // What helm refuses, in the pattern or for what is left.
        "**/a.txt", "foo/**", "a**", "[", "a[", "[]", "[a-]", "a\\", "*.yaml", "Chart.yaml");

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Both_helms_leave_out_the_same_files(string ignore)
    {
        Assert.Equal(charts.Of(RealHelm.V3, ignore), charts.Ours(ignore));
        Assert.Equal(charts.Of(RealHelm.V4, ignore), charts.Ours(ignore));
    }

    [Fact]
    public void The_table_is_long_and_neither_all_refused_nor_all_the_same()
    {
        List<string?> results = [.. Patterns.Select(row => charts.Ours(row.Data))];

        Assert.True(results.Count >= 60, $"{results.Count} patterns");
        Assert.InRange(results.Count(result => result is null), 10, 30);
        Assert.InRange(results.Distinct().Count(), 40, results.Count);
    }

    [Theory]
    [InlineData("a\n**/b", 2)]
    [InlineData("[a", 1)]
    [InlineData("[]", 1)]
    [InlineData("[a-]", 1)]
    [InlineData("a\\", 1)]
    public void A_pattern_that_helm_refuses_is_refused_with_its_line(string ignore, int line)
    {
        var source = MemoryChartSource.Demo().Add(".helmignore", ignore);
        var failure = Assert.Throws<ChartReleaseException>(() => source.Read()).Failure;
        Assert.Equal((FailureReason.InvalidChart, new SourceLocation("charts/demo/.helmignore", line)), (failure.Reason, failure.Location));
    }

    [Fact]
    public void A_chart_that_leaves_out_its_chart_yaml_is_refused() =>
        Assert.Equal(FailureReason.InvalidChart, Assert.Throws<ChartReleaseException>(() => MemoryChartSource.Demo().Add(".helmignore", "*.yaml").Read()).Reason);
}
