namespace ChartRelease.Charts.Archive.Deflate;

/// <summary>The codes that need no header (RFC 1951, section 3.2.6).</summary>
internal static class FixedCodes
{
    private const int LiteralCount = 288; // two of them only fill the code

    /// <summary>Literals and lengths.</summary>
    public static PrefixCode Literals { get; } = PrefixCode.OfLengths(LiteralLengths());

    /// <summary>Distances.</summary>
    public static PrefixCode Distances { get; } = PrefixCode.OfLengths([.. Enumerable.Repeat((byte)5, DeflateCodes.DistanceCount)]);

    private static byte[] LiteralLengths()
    {
        var lengths = new byte[LiteralCount];
        lengths.AsSpan(..144).Fill(8);
        lengths.AsSpan(144..256).Fill(9);
        lengths.AsSpan(256..280).Fill(7);
        lengths.AsSpan(280..).Fill(8);
        return lengths;
    }
}
