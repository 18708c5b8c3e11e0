using ChartRelease.Versioning;
using ChartRelease.Versioning.Commits;
using CsCheck;
using Semver;

namespace ChartRelease.Tests.Versioning;

public sealed class NextVersionTests
{
    [Theory]
    [InlineData("1.2.3", ChangeImpact.Breaking, "2.0.0")]
    [InlineData("0.2.3", ChangeImpact.Breaking, "0.3.0")]
    [InlineData("1.2.3", ChangeImpact.Feature, "1.3.0")]
    [InlineData("0.2.3", ChangeImpact.Feature, "0.3.0")]
    [InlineData("1.2.3", ChangeImpact.Patch, "1.2.4")]
    [InlineData("1.3.0-rc.1", ChangeImpact.Patch, "1.3.0-rc.2")]
    [InlineData("1.3.0-rc.1", ChangeImpact.Feature, "1.3.0-rc.2")]
    [InlineData("1.2.4-rc.1", ChangeImpact.Feature, "1.3.0-rc.1")]
    [InlineData("1.3.0-beta.4", ChangeImpact.Breaking, "2.0.0-beta.1")]
    [InlineData("1.0.0-rc.1", ChangeImpact.Breaking, "1.0.0-rc.2")]
    [InlineData("1.3.0-4", ChangeImpact.Breaking, "2.0.0-rc.1")]
    public void Commits_decide_which_part_moves(string released, ChangeImpact impact, string next) =>
        Assert.Equal(next, Decide(released, released, impact, BumpKind.Auto));

    [Theory]
    [InlineData("1.2.4", "1.2.3", ChangeImpact.Patch, "1.2.4")]
    [InlineData("1.2.4", "1.2.3", ChangeImpact.Feature, "1.3.0")]
    [InlineData("2.0.0", "1.2.3", ChangeImpact.Feature, "2.0.0")]
    [InlineData("1.3.0-rc.1", "1.2.3", ChangeImpact.Feature, "1.3.0-rc.1")]
    [InlineData("1.3.0-rc.1", "1.2.3", ChangeImpact.Breaking, "2.0.0")]
    [InlineData("1.3.0", "1.3.0-rc.1", ChangeImpact.Patch, "1.3.0")]
    [InlineData("1.2.3", "1.2.9", ChangeImpact.Patch, "1.2.10")]
    public void A_version_that_was_raised_far_enough_stays(string current, string released, ChangeImpact impact, string next) =>
        Assert.Equal(next, Decide(current, released, impact, BumpKind.Auto));

    [Theory]
    [InlineData("0.1.0", null, ChangeImpact.Breaking)]
    [InlineData("0.1.0", "0.1.0", null)]
    public void Without_a_release_or_a_change_nothing_moves(string current, string? released, ChangeImpact? impact) =>
        Assert.Equal(current, Decide(current, released, impact, BumpKind.Auto));

    [Theory]
    [InlineData("1.2.3", "1.2.3", ChangeImpact.Feature, "1.3.0-rc.1")]
    [InlineData("1.2.3", "1.2.3", ChangeImpact.Patch, "1.2.4-rc.1")]
    [InlineData("1.2.3", "1.2.3", ChangeImpact.Breaking, "2.0.0-rc.1")]
    [InlineData("1.3.0-rc.1", "1.3.0-rc.1", ChangeImpact.Feature, "1.3.0-rc.2")]
    [InlineData("1.3.0-rc.1", "1.2.3", ChangeImpact.Feature, "1.3.0-rc.2")]
    [InlineData("1.3.0-rc.1", "1.3.0-rc.1", ChangeImpact.Breaking, "2.0.0-rc.1")]
    [InlineData("1.2.3", null, null, "1.2.4-rc.1")]
    [InlineData("1.2.3", "1.2.3", null, "1.2.4-rc.1")]
    public void A_prerelease_is_one_of_the_version_that_commits_ask_for(string current, string? released, ChangeImpact? impact, string next) =>
        Assert.Equal(next, Decide(current, released, impact, BumpKind.Prerelease));

    [Theory]
    [InlineData(BumpKind.Minor, "1.4.0")]
    [InlineData(BumpKind.Patch, "1.3.6")]
    public void A_part_is_raised_from_the_last_release_when_that_is_higher(BumpKind kind, string next) =>
        Assert.Equal(next, Decide("1.2.3", "1.3.5", null, kind));

    [Fact]
    public void A_prerelease_is_released_as_what_it_announced() =>
        Assert.Equal("1.3.0", Decide("1.3.0-rc.2", "1.3.0-rc.2", ChangeImpact.Patch, BumpKind.Release));

    [Fact]
    public void What_decided_is_told()
    {
        var facts = new VersionFacts(Strict("1.0.0"), Strict("1.0.0"), CommitChanges.Of([new("1", "A", "fix: x"), new("2", "A", "feat(api): y")]));
        Assert.Equal("feat(api): y", NextVersion.Decide(facts, BumpKind.Auto).Why);
    }

    [Fact]
    public void An_automatic_bump_is_above_the_release_and_changes_nothing_the_second_time() =>
        Gen.Select(Versions.Any, Versions.Any, Gen.Enum<ChangeImpact>()).Sample((current, released, impact) =>
        {
            var first = NextVersion.Decide(new VersionFacts(current, released, [Change(impact)]), BumpKind.Auto).Version;
            var second = NextVersion.Decide(new VersionFacts(first, released, [Change(impact)]), BumpKind.Auto).Version;
            return first.ComparePrecedenceTo(released) > 0 && first.ComparePrecedenceTo(current) >= 0 && second == first;
        });

    private static string Decide(string current, string? released, ChangeImpact? impact, BumpKind kind) => NextVersion.Decide(
        new VersionFacts(Strict(current), released is null ? null : Strict(released), impact is { } known ? [Change(known)] : null), kind).Version.ToString();

    private static CommitChange Change(ChangeImpact impact) => new("1", null, null, "x", impact, null);

    private static SemVersion Strict(string value) => SemVersion.Parse(value, SemVersionStyles.Strict);
}
