using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Charts.Ignore;

public sealed class HelmIgnoreTests
{
    private static readonly string[] _files =
    [
        "README.md", "LICENSE", "a.txt", "b.txt", "ab.txt", "[x].txt", "x.txt", "#hash.txt", "!bang.txt", "with space.txt", ".dot", "é.txt",
        "docs/a.txt", "docs/b.md", "docs/deep/a.txt", "docs/deep/deeper/c.txt", "foo/a.txt", "foo/foo/b.txt", "bar/foo", "files/a.txt", "files/.dot",
        "templates/a.yaml", "templates/.hidden", "templates/_helpers.tpl", "templates/sub/.hidden", "templates/tests/t.yaml", "back-up~", "x-1.bak",
    ];

    /// <summary>.helmignore files, each tried with both helms.</summary>
    public static TheoryData<string> Patterns => new(
        "", "# a.txt\n\n  \n", "a.txt", "/a.txt", "docs", "docs/", "/docs/", "foo", "foo/", "/foo", "bar/foo", "bar/foo/", "*.txt", "docs/*", "docs/*.txt",
        "docs/*/*.txt", "*/a.txt", "/*/a.txt", "?.txt", "[ab].txt", "[^a].txt", "[a-c]*.txt", "\\[x\\].txt", "\\#hash.txt", "\\!bang.txt", "with space.txt", "  a.txt  ", "a.txt\r\nb.txt\r",
        "!*.txt", "*.txt\n!a.txt", "!a.txt\n*.md", "!docs/", "!/a.txt", "*~\n*.bak", ".*", "templates/tests", "/templates/sub/", "é.txt", "?.txt\n*.md", "\uFEFFa.txt", "docs/deep", "deep", "deep/",
        "files/.*", "*[.]md", "docs[/]a.txt", "/", "!", "./a.txt", "docs//a.txt", "README.md\n!README.md");

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task Both_helms_leave_out_the_same_files(string ignore)
    {
        using var folder = new TemporaryFolder();
        folder.Write("charts/demo/Chart.yaml", MemoryChartSource.ChartYaml);
        folder.Write("charts/demo/.helmignore", ignore);
        foreach (var file in _files)
        {
            folder.Write($"charts/demo/{file}", "a: 1\n");
        }

        string? ours = null;
        try
        {
            ours = string.Join('\n', ChartReader.Read(new WorkTreeChartSource(folder.Path), "charts/demo").Files.Select(file => file.Path).Order(StringComparer.Ordinal));
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.InvalidChart)
        {
            // helm has to refuse the chart as well.
        }

        foreach (var helm in new[] { RealHelm.V3, RealHelm.V4 })
        {
            var result = await RealHelm.TryRunAsync(
                helm, folder, ["package", "charts/demo", "--destination", folder.Combine("out")], TestContext.Current.CancellationToken);
            var archive = folder.Combine("out/demo-1.2.3.tgz");
            Assert.Equal(ours is null, result.ExitCode != 0);
            if (result.ExitCode == 0)
            {
                await using var stream = File.OpenRead(archive);
                Assert.Equal(string.Join('\n', ChartArchiveReader.Read(stream).Select(entry => entry.Path).Order(StringComparer.Ordinal)), ours);
            }
        }
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
