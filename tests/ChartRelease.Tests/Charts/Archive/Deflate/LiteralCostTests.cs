using ChartRelease.Charts.Archive.Deflate;

namespace ChartRelease.Tests.Charts.Archive.Deflate;

public sealed class LiteralCostTests
{
    [Theory]
    [InlineData(2, 8)] // one bit: eight literals cost less than any match
    [InlineData(16, 6)] // hexadecimal digits: four bits
    [InlineData(64, 4)]
    [InlineData(256, 4)]
    public void The_cheaper_literals_are_the_longer_a_match_has_to_be(int symbols, int shortest) =>
        Assert.Equal(shortest, LiteralCost.ShortestMatch(Enumerable.Repeat(4_096 / symbols, symbols).Concat(new int[256 - symbols]).ToArray()));

    [Fact]
    public void Few_literals_tell_nothing() => Assert.Null(LiteralCost.ShortestMatch([255, .. new int[285]]));

    [Fact]
    public void One_literal_alone_costs_nothing() => Assert.Equal(8, LiteralCost.ShortestMatch([1_000, .. new int[285]]));
}
