using ChartRelease.Release;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.History;
using ChartRelease.Tests.Charts;
using ChartRelease.Tests.Release.Support;
using ChartRelease.Versioning;
using Semver;

namespace ChartRelease.Tests.Release.Bumping;

public sealed class BumpDecisionsTests
{
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

    [Theory]
    [InlineData(BumpKind.Patch, "1.2.4")]
    [InlineData(BumpKind.Minor, "1.3.0")]
    public void A_version_that_another_branch_released_is_refused(BumpKind kind, string taken)
    {
        var failure = ReleaseAssert.Fails(FailureReason.InvalidVersion, () => NewVersion(new BumpRequest(kind, null, null, true), released: ["1.2.3", taken]));

        Assert.Contains($"{taken} is released already, as the Git tag app-{taken} says", failure.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stated_version_below_the_last_release_is_refused() => ReleaseAssert.Fails(
        FailureReason.InvalidVersion, () => NewVersion(new BumpRequest(null, "1.2.9", null, true), released: ["1.3.0"]));

    /// <param name="request">What is asked for.</param>
    /// <param name="current">Version in Chart.yaml.</param>
    /// <param name="released">The last release, then those of other branches.</param>
    private static string NewVersion(BumpRequest request, string current = "1.2.3", params string[] released)
    {
        var chart = MemoryChartSource.Demo().Read() with { Metadata = Packages.Metadata(version: current) };
        List<KnownRelease> known =
            [.. released.Select((version, index) => new KnownRelease(SemVersion.Parse(version)) { Tag = $"app-{version}", IsAncestor = index == 0 })];
        var history = new ChartHistory { Name = chart.Name, Folder = chart.Path, Version = SemVersion.Parse(current), Releases = known, LastRelease = known.FirstOrDefault() };
        var histories = new Dictionary<string, ChartHistory> { [chart.Name] = history };
        return Assert.Single(new BumpDecisions(request, new LocalLinks([chart], [])).Decide([chart], histories)).Next.ToString();
    }
}
