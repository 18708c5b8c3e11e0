using System.Numerics;

namespace ChartRelease.Charts.Archive.Deflate;

/// <summary>The symbols of lengths and distances (RFC 1951, section 3.2.5).</summary>
internal static class DeflateCodes
{
    public const int EndOfBlock = 256;
    public const int FirstLength = 257;
    public const int LiteralCount = 286;
    public const int DistanceCount = 30;
    public const int LongestCode = 15;
    public const int MinimumLength = 3;
    public const int MaximumLength = 258;
    public const int MaximumDistance = 32 * 1024;

    private static readonly byte[] _lengthSymbols = LengthSymbols();

    /// <summary>The symbol of a length, less <see cref="FirstLength"/>.</summary>
    public static int LengthSymbol(int length) => _lengthSymbols[length - MinimumLength];

    /// <summary>Bits that follow the symbol of a length.</summary>
    public static int LengthExtra(int symbol) => symbol is < 8 or 28 ? 0 : (symbol >> 2) - 1;

    /// <summary>The smallest length of a symbol.</summary>
    public static int LengthBase(int symbol) => symbol switch
    {
        < 8 => symbol + MinimumLength,
        28 => MaximumLength,
        _ => ((4 + (symbol & 3)) << LengthExtra(symbol)) + MinimumLength,
    };

    /// <summary>The symbol of a distance.</summary>
    public static int DistanceSymbol(int distance)
    {
        var value = distance - 1;
        if (value < 4)
        {
            return value;
        }

        var high = BitOperations.Log2((uint)value);
        return (high << 1) + ((value >> (high - 1)) & 1);
    }

    /// <summary>Bits that follow the symbol of a distance.</summary>
    public static int DistanceExtra(int symbol) => symbol < 4 ? 0 : (symbol >> 1) - 1;

    /// <summary>The smallest distance of a symbol.</summary>
    public static int DistanceBase(int symbol) => symbol < 4 ? symbol + 1 : ((2 + (symbol & 1)) << DistanceExtra(symbol)) + 1;

    private static byte[] LengthSymbols()
    {
        var symbols = new byte[MaximumLength - MinimumLength + 1];
        for (var symbol = 0; symbol <= 28; symbol++)
        {
            // 258 has a symbol of its own, although 27 could say it too.
            symbols.AsSpan(LengthBase(symbol) - MinimumLength).Fill((byte)symbol);
        }

        return symbols;
    }
}
