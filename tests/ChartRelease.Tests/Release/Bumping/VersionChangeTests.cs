using ChartRelease.Release;
using ChartRelease.Release.Bumping;
using ChartRelease.Tests.Release.Support;
using ChartRelease.Versioning;

namespace ChartRelease.Tests.Release.Bumping;

public sealed class VersionChangeTests
{
    private static readonly SourceLocation _location = new("helm/app/Chart.yaml");

    [Theory]
    [InlineData("1.2.3", BumpKind.Major, "2.0.0")]
    [InlineData("1.2.3", BumpKind.Minor, "1.3.0")]
    [InlineData("1.2.3", BumpKind.Patch, "1.2.4")]
    [InlineData("1.2.4-rc.1", BumpKind.Release, "1.2.4")]
    public void A_kind_raises_the_version(string current, BumpKind kind, string expected) =>
        Assert.Equal(expected, NewVersion(new BumpRequest(kind, null, null, true), current));

    [Fact]
    public void A_stated_version_is_taken() => Assert.Equal("3.0.0-beta.1", NewVersion(new BumpRequest(null, "3.0.0-beta.1", null, true)));

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("1.2.2")]
    [InlineData("1.2.3-rc.1")]
    [InlineData("1.2.3+build")]
    [InlineData("v2.0.0")]
    [InlineData("2")]
    public void A_stated_version_that_is_not_higher_or_none_is_refused(string version) =>
        ReleaseAssert.Fails(FailureReason.InvalidVersion, () => NewVersion(new BumpRequest(null, version, null, true)));

    [Fact]
    public void The_version_stays_when_only_appVersion_changes() => Assert.Equal("1.2.3", NewVersion(new BumpRequest(null, null, "9", true)));

    [Fact]
    public void A_changed_line_is_told_with_its_number() => Assert.Equal(
        [new ChangedLine(2, "version: 1", "version: 2")],
        VersionChange.Lines("name: a\nversion: 1\nx: y\n", "name: a\nversion: 2\nx: y\n"));

    [Fact]
    public void A_new_line_is_told_as_such() => Assert.Equal(
        [new ChangedLine(3, null, "appVersion: \"2\"")],
        VersionChange.Lines("name: a\nversion: 1\nx: y\n", "name: a\nversion: 1\nappVersion: \"2\"\nx: y\n"));

    [Fact]
    public void A_changed_and_a_new_line_are_told_apart() => Assert.Equal(
        [new ChangedLine(2, "version: 1", "version: 2"), new ChangedLine(3, null, "appVersion: \"2\"")],
        VersionChange.Lines("name: a\nversion: 1\nx: y\n", "name: a\nversion: 2\nappVersion: \"2\"\nx: y\n"));

    [Fact]
    public void A_new_last_line_is_told() => Assert.Equal(
        [new ChangedLine(2, null, "appVersion: \"2\"")], VersionChange.Lines("version: 1\n", "version: 1\nappVersion: \"2\"\n"));

    [Fact]
    public void Line_ends_are_not_shown() => Assert.Equal(
        [new ChangedLine(1, "version: 1", "version: 2")], VersionChange.Lines("version: 1\r\nx: y\r\n", "version: 2\r\nx: y\r\n"));

    [Fact]
    public void The_same_text_has_no_changes() => Assert.Empty(VersionChange.Lines("a\nb", "a\nb"));

    private static string NewVersion(BumpRequest request, string current = "1.2.3") =>
        VersionChange.NewVersion(request, Packages.Metadata(version: current), _location);
}
