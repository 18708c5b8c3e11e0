using ChartRelease.Versioning;
using CsCheck;
using Semver;

namespace ChartRelease.Tests.Versioning;

public sealed class ChartVersionTests
{
    private static readonly SourceLocation _location = new("helm/app/Chart.yaml", 3);

    [Theory]
    [InlineData("v1.2.3", "1.2.3")]
    [InlineData("1.2", "1.2.0")]
    [InlineData("1", "1.0.0")]
    [InlineData("01.2.3", "1.2.3")]
    [InlineData("1.2.3-rc.01", "1.2.3-rc.1")]
    [InlineData(" 1.2.3", "1.2.3")]
    public void What_helm_takes_and_SemVer_does_not_is_refused_with_the_version_meant(string value, string meant)
    {
        var failure = Refused(value);

        Assert.Equal(_location, failure.Location);
        Assert.Contains($" {meant}.", failure.Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("1.2.3.4")]
    [InlineData("1.2.x")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3+")]
    [InlineData("1.2.3-a_b")]
    [InlineData("1.2.3-rc..1")]
    [InlineData("1.2.3\n")]
    [InlineData("١.2.3")]
    public void What_is_no_version_is_refused(string value) => Assert.Equal(_location, Refused(value).Location);

    [Theory]
    [InlineData("v1.2.3")]
    [InlineData("1.2")]
    [InlineData("01.2.3")]
    [InlineData("1.2.3-dev.5.0123456")]
    [InlineData("1.2.3-a_b")]
    public void Each_mistake_has_an_explanation_of_its_own(string value)
    {
        string[] others = ["v1.2.3", "1.2", "01.2.3", "1.2.3-dev.5.0123456", "1.2.3-a_b"];

        Assert.DoesNotContain(
            others.Where(other => other != value),
            other => Explanation(other) == Explanation(value));
    }

    [Fact]
    public void Every_strict_version_is_read_as_written() =>
        Versions.Any.Sample(version => ChartVersion.Parse(version.ToString(), _location).ToString() == version.ToString());

    [Theory]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("1.2.2", "1.2.3")]
    [InlineData("1.2.3-rc.1", "1.2.3")]
    [InlineData("1.2.3+b", "1.2.3+a")]
    [InlineData("1.9.0", "1.10.0")]
    public void A_version_that_is_not_higher_is_refused(string next, string current)
    {
        var failure = Assert.Throws<ChartReleaseException>(
            () => ChartVersion.RequireHigher(ChartVersion.Parse(next), ChartVersion.Parse(current), _location)).Failure;

        Assert.Equal((FailureReason.InvalidVersion, _location), (failure.Reason, failure.Location));
    }

    [Fact]
    public void A_higher_version_passes() =>
        Assert.Null(Record.Exception(() => ChartVersion.RequireHigher(ChartVersion.Parse("1.10.0"), ChartVersion.Parse("1.9.0"))));

    [Fact]
    public void Of_two_versions_at_most_one_is_higher() =>
        Gen.Select(Versions.Any, Versions.Any).Sample((left, right) => !(IsHigher(left, right) && IsHigher(right, left)));

    private static bool IsHigher(SemVersion next, SemVersion current) => Record.Exception(() => ChartVersion.RequireHigher(next, current)) is null;

    private static string Explanation(string value) => Refused(value).Found.Replace(value, "", StringComparison.Ordinal);

    private static Failure Refused(string value)
    {
        var exception = Assert.Throws<ChartReleaseException>(() => ChartVersion.Parse(value, _location));
        Assert.Equal(FailureReason.InvalidVersion, exception.Reason);
        return exception.Failure;
    }
}
