namespace ChartRelease.Charts.Archive.Deflate;

/// <summary>Writes the literals and matches of a block with given codes (RFC 1951, section 3.2.3).</summary>
internal sealed class TokenWriter
{
    private const int LiteralCount = 256;

    // Bits and their number of each literal, and of each length with the bits that follow its symbol.
    private readonly BitString[] _literals = new BitString[LiteralCount];
    private readonly BitString[] _lengths = new BitString[DeflateCodes.MaximumLength + 1];

    /// <summary>Writes everything, and the end of the block.</summary>
    public void Write(ref BitWriter destination, TokenBlock block, ReadOnlySpan<byte> content, PrefixCode literals, PrefixCode distances)
    {
        Combine(literals);
        var writer = destination; // a local one stays in registers
        foreach (var token in block.Tokens)
        {
            WriteLiterals(ref writer, content[..token.Literals]);
            content = content[(token.Literals + token.Length)..];

            // 15 + 5 + 15 + 13 bits at most: one write.
            var length = _lengths[token.Length];
            var symbol = DeflateCodes.DistanceSymbol(token.Distance);
            var bits = length.Bits | ((ulong)distances.Codes[symbol] << length.Count);
            var count = length.Count + distances.Lengths[symbol];
            bits |= (ulong)(token.Distance - DeflateCodes.DistanceBase(symbol)) << count;
            writer.Write(bits, count + DeflateCodes.DistanceExtra(symbol));
        }

        WriteLiterals(ref writer, content);
        writer.Write(literals.Codes[DeflateCodes.EndOfBlock], literals.Lengths[DeflateCodes.EndOfBlock]);
        destination = writer;
    }

    private void WriteLiterals(ref BitWriter writer, ReadOnlySpan<byte> literals)
    {
        // Three of 15 bits at most: one write.
        for (; literals.Length >= 3; literals = literals[3..])
        {
            var (first, second, third) = (_literals[literals[0]], _literals[literals[1]], _literals[literals[2]]);
            var bits = first.Bits | ((ulong)second.Bits << first.Count) | ((ulong)third.Bits << (first.Count + second.Count));
            writer.Write(bits, first.Count + second.Count + third.Count);
        }

        foreach (var literal in literals)
        {
            writer.Write(_literals[literal].Bits, _literals[literal].Count);
        }
    }

    private void Combine(PrefixCode code)
    {
        for (var literal = 0; literal < LiteralCount; literal++)
        {
            _literals[literal] = new BitString(code.Codes[literal], code.Lengths[literal]);
        }

        for (var length = DeflateCodes.MinimumLength; length <= DeflateCodes.MaximumLength; length++)
        {
            var symbol = DeflateCodes.LengthSymbol(length);
            var (bits, count) = (code.Codes[DeflateCodes.FirstLength + symbol], code.Lengths[DeflateCodes.FirstLength + symbol]);
            var extra = (uint)(length - DeflateCodes.LengthBase(symbol));
            _lengths[length] = new BitString(bits | (extra << count), count + DeflateCodes.LengthExtra(symbol));
        }
    }

    private readonly record struct BitString(uint Bits, int Count);
}
