using ChartRelease.Versioning;
using Semver;

namespace ChartRelease.Tests.Versioning;

public sealed class DependencyRangeTests
{
    [Theory]
    [InlineData("1.2.3", "1.3.0", "1.3.0")]
    [InlineData("=1.2.3", "1.3.0", "=1.3.0")]
    [InlineData("v1.2.3", "1.3.0", "1.3.0")]
    [InlineData("^1.2.3", "1.3.0", "^1.3.0")]
    [InlineData("^1.2.3", "2.0.0", "^2.0.0")]
    [InlineData("~1.2.3", "1.3.0", "~1.3.0")]
    [InlineData(">=1.2.3", "1.3.0", ">=1.3.0")]
    [InlineData(">= 1.2.3", "1.3.0", ">= 1.3.0")]
    [InlineData("^1.2.0", "1.3.0-rc.1", "^1.3.0-rc.1")]
    [InlineData("1.2.0-rc.1", "1.2.0", "1.2.0")]
    [InlineData("1.x.x", "1.3.0", "1.x.x")]
    [InlineData("1.x.x", "2.1.0", "2.x.x")]
    [InlineData("1.2.x", "1.3.4", "1.3.x")]
    [InlineData("1.2", "1.3.4", "1.3")]
    [InlineData("^1", "2.3.4", "^2")]
    [InlineData("1.x.x", "2.0.0-rc.1", "2.0.0-rc.1")]
    [InlineData(">=1.0.0, <2.0.0", "1.3.0", ">=1.0.0, <2.0.0")]
    [InlineData("^1.0.0 || ^2.0.0", "2.1.0", "^1.0.0 || ^2.0.0")]
    [InlineData("*", "2.1.0", "*")]
    [InlineData("", "2.1.0", "")]
    [InlineData(null, "2.1.0", null)]
    public void A_range_is_moved_up_in_its_own_form(string? range, string version, string? raised)
    {
        Assert.Equal(raised, DependencyRange.MoveUp(range, Strict(version)));
        Assert.True(DependencyRange.Allows(raised, Strict(version)));
    }

    [Theory]
    [InlineData(">=1.0.0, <2.0.0", "2.0.0")]
    [InlineData("1.0.0 - 1.9.0", "2.0.0")]
    [InlineData("nonsense", "2.0.0")]
    public void A_range_that_has_no_such_form_cannot_be_moved(string range, string version) => Assert.Null(DependencyRange.MoveUp(range, Strict(version)));

    [Theory]
    [InlineData("^1.2.0", "1.1.9")]
    [InlineData("^1.2.0", "1.3.0-rc.1")]
    [InlineData("*", "1.3.0-rc.1")]
    public void What_helm_would_not_take_is_not_allowed(string range, string version) => Assert.False(DependencyRange.Allows(range, Strict(version)));

    private static SemVersion Strict(string value) => SemVersion.Parse(value, SemVersionStyles.Strict);
}
