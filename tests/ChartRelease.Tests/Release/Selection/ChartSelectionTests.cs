using ChartRelease.Release.Selection;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Selection;

public sealed class ChartSelectionTests
{
    private static readonly string[] _there = ["app", "app-extra", "web"];

    [Theory]
    [InlineData("web,app", "app! web!")]
    [InlineData("app*", "app app-extra")]
    [InlineData("app*,app", "app! app-extra")]
    [InlineData("*", "app app-extra web")]
    [InlineData("gone", "gone!")]
    public void Names_are_asked_for_and_globs_choose_among_what_is_there(string texts, string expected) =>
        Assert.Equal(expected, Words(ChartSelection.Select(texts.Split(','), "here", _there)));

    [Fact]
    public void A_registry_takes_names() => Assert.Equal("app! web!", Words(ChartSelection.Select(["web", "app"], "here", there: null)));

    [Theory]
    [InlineData("app*")]
    [InlineData("helm/app")]
    [InlineData("../app")]
    [InlineData("App")]
    [InlineData("[a")]
    public void A_registry_takes_nothing_else(string text) =>
        ReleaseAssert.Fails(FailureReason.InvalidSettings, () => ChartSelection.Select([text], "here", there: null));

    [Fact]
    public void A_glob_that_matches_nothing_is_an_error() =>
        ReleaseAssert.Fails(FailureReason.ChartNotFound, () => ChartSelection.Select(["app", "x*"], "here", _there));

    private static string Words(IEnumerable<SelectedChart> charts) => string.Join(' ', charts.Select(chart => chart.Name + (chart.IsNamed ? "!" : "")));
}
