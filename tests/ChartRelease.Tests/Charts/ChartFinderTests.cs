using ChartRelease.Charts;

namespace ChartRelease.Tests.Charts;

public sealed class ChartFinderTests
{
    private static readonly string[] _tree =
    [
        "README.md", "helm/b/Chart.yaml", "helm/a/Chart.yaml", "helm/a/charts/sub/Chart.yaml", "helm/a/charts/sub/charts/leaf/Chart.yaml",
        "helm/notes/README.md", "charts/c/Chart.yaml", "deploy/x/y/Chart.yaml", ".github/z/Chart.yaml",
    ];

    [Theory]
    [InlineData("helm/*", "helm/a helm/b")]
    [InlineData("helm/*,charts/*", "charts/c helm/a helm/b")]
    [InlineData("helm/a", "helm/a")]
    [InlineData("./helm/a/", "helm/a")]
    [InlineData("**", "charts/c deploy/x/y helm/a helm/b")]
    [InlineData("deploy/**", "deploy/x/y")]
    [InlineData("*/?", "charts/c helm/a helm/b")]
    [InlineData(".github/*", ".github/z")]
    [InlineData("helm/a/charts/sub", "helm/a/charts/sub")]
    [InlineData("helm/[ab],helm/a", "helm/a helm/b")]
    public void Folders_with_a_chart_are_found(string globs, string folders) =>
        Assert.Equal(folders.Split(' '), ChartFinder.Find(_tree, globs.Split(',')));

    [Fact]
    public void The_root_may_be_a_chart() => Assert.Equal([""], ChartFinder.Find(["Chart.yaml", "charts/sub/Chart.yaml"], ["."]));

    [Fact]
    public void The_subcharts_of_a_chart_at_the_root_are_not_charts_of_their_own() =>
        Assert.Equal(FailureReason.ChartNotFound, Assert.Throws<ChartReleaseException>(() => ChartFinder.Find(["Chart.yaml", "charts/sub/Chart.yaml"], ChartFinder.DefaultGlobs)).Reason);

    [Theory]
    [InlineData("nothing/*", FailureReason.ChartNotFound)]
    [InlineData("helm/*,helm/notes", FailureReason.ChartNotFound)]
    [InlineData("../helm/*", FailureReason.InvalidSettings)]
    [InlineData("/helm/*", FailureReason.InvalidSettings)]
    [InlineData("helm/[a", FailureReason.InvalidSettings)]
    [InlineData("", FailureReason.InvalidSettings)]
    public void Nothing_found_is_a_failure(string globs, FailureReason reason) =>
        Assert.Equal(reason, Assert.Throws<ChartReleaseException>(() => ChartFinder.Find(_tree, globs.Split(','))).Reason);

    [Fact]
    public void Without_any_chart_the_ways_to_name_folders_are_told()
    {
        var failure = Assert.Throws<ChartReleaseException>(() => ChartFinder.Find(["README.md"], ChartFinder.DefaultGlobs)).Failure;

        Assert.Contains("--charts=GLOB", failure.Next, StringComparison.Ordinal);
        Assert.Contains("chart-release.yaml", failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void The_failure_names_the_charts_that_there_are() =>
        Assert.Contains("deploy/x/y", Assert.Throws<ChartReleaseException>(() => ChartFinder.Find(_tree, ["nothing/*"])).Failure.Next, StringComparison.Ordinal);
}
