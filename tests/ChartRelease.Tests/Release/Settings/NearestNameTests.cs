using ChartRelease.Release.Settings;

namespace ChartRelease.Tests.Release.Settings;

public sealed class NearestNameTests
{
    private static readonly string[] _names = ["registry", "engine", "charts"];

    [Theory]
    [InlineData("registry", "registry")]
    [InlineData("regsitry", "registry")]
    [InlineData("REGISTRIES", "registry")]
    [InlineData("chart", "charts")]
    [InlineData("enigne", "engine")]
    [InlineData("frobnicate", null)]
    [InlineData("", null)]
    public void The_nearest_is_found_and_nothing_that_is_far(string written, string? expected) =>
        Assert.Equal(expected, NearestName.Find(written, _names));

    [Fact]
    public void Without_candidates_nothing_is_found() => Assert.Null(NearestName.Find("x", []));

    [Fact]
    public void Of_two_equally_near_the_first_by_name_is_found() => Assert.Equal("ab", NearestName.Find("a", ["ac", "ab"]));
}
