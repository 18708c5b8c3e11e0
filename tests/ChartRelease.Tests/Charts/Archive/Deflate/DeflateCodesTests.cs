using ChartRelease.Charts.Archive.Deflate;

namespace ChartRelease.Tests.Charts.Archive.Deflate;

public sealed class DeflateCodesTests
{
    // From the tables of RFC 1951, section 3.2.5: code, bits that follow, first and last value.
    [Theory]
    [InlineData(257, 0, 3, 3)]
    [InlineData(264, 0, 10, 10)]
    [InlineData(265, 1, 11, 12)]
    [InlineData(268, 1, 17, 18)]
    [InlineData(269, 2, 19, 22)]
    [InlineData(276, 3, 59, 66)]
    [InlineData(277, 4, 67, 82)]
    [InlineData(280, 4, 115, 130)]
    [InlineData(281, 5, 131, 162)]
    [InlineData(284, 5, 227, 257)]
    [InlineData(285, 0, 258, 258)]
    public void Lengths_have_the_codes_of_the_specification(int code, int extra, int first, int last)
    {
        var symbol = code - DeflateCodes.FirstLength;
        Assert.Equal((symbol, symbol), (DeflateCodes.LengthSymbol(first), DeflateCodes.LengthSymbol(last)));
        Assert.Equal((extra, first), (DeflateCodes.LengthExtra(symbol), DeflateCodes.LengthBase(symbol)));
    }

    [Theory]
    [InlineData(0, 0, 1, 1)]
    [InlineData(3, 0, 4, 4)]
    [InlineData(4, 1, 5, 6)]
    [InlineData(7, 2, 13, 16)]
    [InlineData(16, 7, 257, 384)]
    [InlineData(17, 7, 385, 512)]
    [InlineData(27, 12, 12_289, 16_384)]
    [InlineData(28, 13, 16_385, 24_576)]
    [InlineData(29, 13, 24_577, 32_768)]
    public void Distances_have_the_codes_of_the_specification(int code, int extra, int first, int last)
    {
        Assert.Equal((code, code), (DeflateCodes.DistanceSymbol(first), DeflateCodes.DistanceSymbol(last)));
        Assert.Equal((extra, first), (DeflateCodes.DistanceExtra(code), DeflateCodes.DistanceBase(code)));
    }

    [Fact]
    public void Every_length_and_distance_lies_within_its_symbol()
    {
        for (var length = DeflateCodes.MinimumLength; length <= DeflateCodes.MaximumLength; length++)
        {
            var symbol = DeflateCodes.LengthSymbol(length);
            Assert.InRange(length - DeflateCodes.LengthBase(symbol), 0, (1 << DeflateCodes.LengthExtra(symbol)) - 1);
        }

        for (var distance = 1; distance <= DeflateCodes.MaximumDistance; distance++)
        {
            var symbol = DeflateCodes.DistanceSymbol(distance);
            Assert.InRange(distance - DeflateCodes.DistanceBase(symbol), 0, (1 << DeflateCodes.DistanceExtra(symbol)) - 1);
        }
    }
}
