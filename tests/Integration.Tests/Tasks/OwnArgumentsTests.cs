using Cake.Frosting.ChartRelease;

namespace ChartRelease.Integration.Tasks;

public sealed class OwnArgumentsTests
{
    [Theory]
    [InlineData("registry")]
    [InlineData("Target")]
    [InlineData("nuget_source")]
    [InlineData("TOKEN")]
    [InlineData("--channel")]
    [InlineData("channel=x")]
    [InlineData("")]
    public void A_name_that_cannot_be_the_programs_own_is_refused(string name) =>
        Assert.Contains(name, Assert.Throws<ArgumentException>(() => new OwnArguments(["channel", name])).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_other_name_is_kept() => Assert.Equal(["channel"], new OwnArguments(["channel"]).Names);
}
