using ChartRelease.Charts.Archive.Deflate;

namespace ChartRelease.Tests.Charts.Archive.Deflate;

public sealed class MatchParserTests
{
    private const int Segment = 4 * DeflateCodes.MaximumDistance;

    [Fact]
    public void More_than_two_GiB_without_a_match_are_parsed()
    {
        // The same segment again and again: what repeats is too far away for a match.
        var (window, block) = (Unmatchable(DeflateCodes.MaximumDistance + Segment), new TokenBlock());
        var parser = new MatchParser(window, block);
        for (var parsed = 0L; parsed < 2_200_000_000; parsed += Segment)
        {
            Assert.True(parser.Parse(window.Length, isLast: false));
            parser.Slide(Segment);
            block.Clear();
        }

        Assert.True(parser.Parse(window.Length, isLast: true));
        Assert.Equal((window.Length, true), (parser.Position, block.Tokens.IsEmpty));
    }

    // A counter of 24 bits, six in each byte, with the number of the byte above: no four bytes come again.
    private static byte[] Unmatchable(int size)
    {
        var bytes = new byte[size];
        for (var index = 0; index < size; index++)
        {
            var (counter, digit) = (index / 4, index % 4);
            bytes[index] = (byte)((digit << 6) | ((counter >> (6 * digit)) & 63));
        }

        return bytes;
    }
}
