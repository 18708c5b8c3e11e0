using System.Numerics;

namespace ChartRelease.Charts.Archive.Deflate;

/// <summary>Which matches are worth it: a match that costs more bits than its literals would makes an archive larger, as among hexadecimal digits.</summary>
internal static class LiteralCost
{
    // What a match costs, of usual length at a usual distance: measured on charts, sources and digits, the best is 20 to 24.
    private const int MatchBits = 22;
    private const int Longest = 8;
    private const int LeastLiterals = 256;

    // Bits as multiples of 1/256: whole numbers are the same on every machine.
    private const int FractionBits = 8;

    /// <summary>The shortest match to take, from 4 to 8 bytes.</summary>
    /// <param name="frequencies">How often each literal occurred; what follows the first 256 is not looked at.</param>
    /// <returns>Null when there were too few to tell.</returns>
    public static int? ShortestMatch(ReadOnlySpan<int> frequencies)
    {
        var (total, saved) = (0, 0L);
        foreach (var frequency in frequencies[..256])
        {
            total += frequency;
            saved += frequency > 0 ? (long)frequency * Log2(frequency) : 0;
        }

        if (total < LeastLiterals)
        {
            return null;
        }

        // Shannon's entropy of the literals.
        var bits = Math.Max(1, Log2(total) - (int)(saved / total));
        return Math.Clamp(((MatchBits << FractionBits) + (bits / 2)) / bits, MatchFinder.MinimumLength, Longest);
    }

    // Straight lines between powers of two, at most 0.09 bits too low.
    private static int Log2(int value)
    {
        var whole = BitOperations.Log2((uint)value);
        return (whole << FractionBits) + (int)(((long)value << FractionBits) >> whole) - (1 << FractionBits);
    }
}
