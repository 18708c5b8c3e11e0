namespace ChartRelease.Charts.Archive.Deflate;

/// <summary>A canonical prefix code (RFC 1951, section 3.2.2).</summary>
/// <param name="symbols">How many symbols there are.</param>
/// <param name="maximum">The longest code in bits, at most 15.</param>
internal sealed class PrefixCode(int symbols, int maximum)
{
    /// <summary>Bits of each symbol's code; 0 for a symbol without one.</summary>
    public byte[] Lengths { get; } = new byte[symbols];

    /// <summary>Each symbol's code, its first bit lowest, as it is written.</summary>
    public ushort[] Codes { get; } = new ushort[symbols];

    /// <summary>The best code for the frequencies.</summary>
    public void Build(ReadOnlySpan<int> frequencies)
    {
        CodeLengths.Assign(frequencies, Lengths, maximum);
        AssignCodes();
    }

    /// <summary>The code of given lengths.</summary>
    public static PrefixCode OfLengths(ReadOnlySpan<byte> lengths)
    {
        var code = new PrefixCode(lengths.Length, DeflateCodes.LongestCode);
        lengths.CopyTo(code.Lengths);
        code.AssignCodes();
        return code;
    }

    /// <summary>Bits that the symbols take, without what follows some of them.</summary>
    public long Cost(ReadOnlySpan<int> frequencies)
    {
        var bits = 0L;
        for (var symbol = 0; symbol < frequencies.Length; symbol++)
        {
            bits += (long)frequencies[symbol] * Lengths[symbol];
        }

        return bits;
    }

    private void AssignCodes()
    {
        Span<int> next = stackalloc int[maximum + 2];
        next.Clear();
        foreach (var length in Lengths)
        {
            next[length + 1] += length > 0 ? 1 : 0;
        }

        // next[length] becomes the first code of that length.
        next[1] = 0;
        for (var length = 2; length <= maximum; length++)
        {
            next[length] = (next[length - 1] + next[length]) << 1;
        }

        for (var symbol = 0; symbol < symbols; symbol++)
        {
            if (Lengths[symbol] is > 0 and var length)
            {
                Codes[symbol] = Reverse(next[length]++, length);
            }
        }
    }

    private static ushort Reverse(int code, int length)
    {
        var reversed = 0;
        for (var bit = 0; bit < length; bit++)
        {
            reversed = (reversed << 1) | ((code >> bit) & 1);
        }

        return (ushort)reversed;
    }
}
