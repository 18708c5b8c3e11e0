using ChartRelease.Versioning;
using CsCheck;
using Semver;

namespace ChartRelease.Tests.Versioning;

public sealed class VersionBumpTests
{
    [Theory]
    [InlineData("1.2.3", BumpKind.Major, "2.0.0")]
    [InlineData("0.2.3", BumpKind.Major, "1.0.0")]
    [InlineData("2.0.0-rc.1", BumpKind.Major, "2.0.0")]
    [InlineData("2.1.0-rc.1", BumpKind.Major, "3.0.0")]
    [InlineData("1.2.3", BumpKind.Minor, "1.3.0")]
    [InlineData("1.3.0-rc.1", BumpKind.Minor, "1.3.0")]
    [InlineData("1.3.1-rc.1", BumpKind.Minor, "1.4.0")]
    [InlineData("1.2.3", BumpKind.Patch, "1.2.4")]
    [InlineData("1.2.3-rc.1", BumpKind.Patch, "1.2.3")]
    [InlineData("1.2.3+build", BumpKind.Patch, "1.2.4")]
    [InlineData("1.2.3", BumpKind.Prerelease, "1.2.4-rc.1")]
    [InlineData("1.2.4-rc.1", BumpKind.Prerelease, "1.2.4-rc.2")]
    [InlineData("1.2.4-rc.9+build", BumpKind.Prerelease, "1.2.4-rc.10")]
    [InlineData("1.2.4-rc", BumpKind.Prerelease, "1.2.4-rc.1")]
    [InlineData("1.2.4-rc.x", BumpKind.Prerelease, "1.2.4-rc.x.1")]
    [InlineData("1.2.4-rc.1.2", BumpKind.Prerelease, "1.2.4-rc.1.3")]
    [InlineData("1.2.4-rc.1.gabc", BumpKind.Prerelease, "1.2.4-rc.2")]
    [InlineData("1.2.4-beta.7", BumpKind.Prerelease, "1.2.4-rc.1")]
    [InlineData("1.2.4-7", BumpKind.Prerelease, "1.2.4-rc.1")]
    [InlineData("1.3.0-rc.2", BumpKind.Release, "1.3.0")]
    [InlineData("1.3.0-rc.2+build", BumpKind.Release, "1.3.0")]
    [InlineData("1.2.99999999999999999999", BumpKind.Patch, "1.2.100000000000000000000")]
    public void The_next_version_is_the_one_users_of_npm_expect(string current, BumpKind kind, string next) =>
        Assert.Equal(next, VersionBump.Next(Strict(current), kind).ToString());

    [Fact]
    public void A_prerelease_can_have_another_name() =>
        Assert.Equal("1.2.4-beta.1", VersionBump.Next(Strict("1.2.3"), BumpKind.Prerelease, "beta").ToString());

    [Theory]
    [InlineData("1.2.3", BumpKind.Release, "rc")]
    [InlineData("1.2.4-rc.3", BumpKind.Prerelease, "beta")]
    public void A_bump_that_would_not_be_higher_is_refused(string current, BumpKind kind, string preid) =>
        Assert.Equal(
            FailureReason.InvalidVersion,
            Assert.Throws<ChartReleaseException>(() => VersionBump.Next(Strict(current), kind, preid)).Reason);

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("rc.1")]
    [InlineData("r_c")]
    public void A_name_that_no_prerelease_can_have_is_refused(string preid) =>
        Assert.Equal(
            FailureReason.InvalidSettings,
            Assert.Throws<ChartReleaseException>(() => VersionBump.Next(Strict("1.2.3"), BumpKind.Prerelease, preid)).Reason);

    [Fact]
    public void Every_bump_is_higher_strict_and_without_build_metadata() =>
        Gen.Select(Versions.Any, Gen.Enum<BumpKind>().Where(kind => kind != BumpKind.Auto), Gen.OneOf("rc", "alpha", "zz", "-")).Sample((current, kind, preid) =>
        {
            try
            {
                var next = VersionBump.Next(current, kind, preid);
                return next.ComparePrecedenceTo(current) > 0 && next.Metadata.Length == 0 && Strict(next.ToString()) == next;
            }
            catch (ChartReleaseException exception) when (exception.Reason == FailureReason.InvalidVersion)
            {
                return kind is BumpKind.Release && !current.IsPrerelease || kind is BumpKind.Prerelease && current.IsPrerelease;
            }
        });

    [Fact]
    public void Releasing_any_bump_to_a_prerelease_gives_the_next_patch() =>
        Versions.Any.Where(version => !version.IsPrerelease).Sample(version =>
            VersionBump.Next(VersionBump.Next(version, BumpKind.Prerelease), BumpKind.Release) == VersionBump.Next(version, BumpKind.Patch));

    private static SemVersion Strict(string value) => SemVersion.Parse(value, SemVersionStyles.Strict);
}
