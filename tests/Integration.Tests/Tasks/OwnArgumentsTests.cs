using Cake.Frosting.ChartRelease;

namespace ChartRelease.Integration.Tasks;

public sealed class OwnArgumentsTests
{
    [Theory]
    [InlineData("registry")]
    [InlineData("Target")]
    [InlineData("nuget_source")]
    public void A_name_that_means_something_already_is_refused(string name) =>
        Assert.Contains($"--{name}", Assert.Throws<ArgumentException>(() => new OwnArguments(["channel", name])).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_other_name_is_kept() => Assert.Equal(["channel"], new OwnArguments(["channel"]).Names);
}
