using ChartRelease.Release.Selection;
using ChartRelease.Tests.Release.Support;
using Semver;

namespace ChartRelease.Tests.Release.Selection;

public sealed class VersionSelectionTests
{
    private static readonly string[] _published = ["0.9.0", "1.0.0", "1.2.3", "1.2.3+build.1", "1.3.0-rc.1", "2.0.0"];

    [Theory]
    [InlineData("", "0.9.0 1.0.0 1.2.3 1.2.3+build.1 1.3.0-rc.1 2.0.0")]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("1.2.3+build.1", "1.2.3+build.1")]
    [InlineData("1.2.3,2.0.0", "1.2.3 2.0.0")]
    [InlineData("^1.0.0", "1.0.0 1.2.3 1.2.3+build.1")]
    [InlineData("1.x", "1.0.0 1.2.3 1.2.3+build.1")]
    [InlineData(">=1.0.0 <2.0.0", "1.0.0 1.2.3 1.2.3+build.1")]
    [InlineData("~1.2.0,0.9.0", "0.9.0 1.2.3 1.2.3+build.1")]
    [InlineData("1.3.0-rc.1", "1.3.0-rc.1")]
    [InlineData(">=1.3.0-rc.0", "1.3.0-rc.1 2.0.0")]
    [InlineData("9.x", "")]
    public void Versions_and_ranges_are_a_union(string texts, string expected) => Assert.Equal(
        expected,
        string.Join(' ', _published.Where(version => Select(texts).Contains(SemVersion.Parse(version, SemVersionStyles.Strict)))));

    [Fact]
    public void A_version_that_is_not_there_is_noticed_a_range_that_matches_nothing_is_not() =>
        Assert.Equal(["3.0.0"], Select("1.0.0,3.0.0,^7.0.0").Missing([SemVersion.Parse("1.0.0", SemVersionStyles.Strict)]).Select(version => version.ToString()));

    [Theory]
    [InlineData("latest")]
    [InlineData("v1.2.3.4")]
    [InlineData(">=")]
    public void What_is_neither_is_refused(string text) => ReleaseAssert.Fails(FailureReason.InvalidSettings, () => Select(text));

    private static VersionSelection Select(string texts) => VersionSelection.Parse(texts.Split(',', StringSplitOptions.RemoveEmptyEntries));
}
