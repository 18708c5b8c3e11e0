namespace ChartRelease.Charts.Archive.Deflate;

/// <summary>Lengths of a prefix code: Huffman's, of least total size; those above the longest length that deflate allows are brought below it.</summary>
internal static class CodeLengths
{
    private const int SymbolBits = 9;

    /// <summary>Gives each symbol that occurs a length.</summary>
    /// <param name="frequencies">How often each symbol occurs, at most 286 of them; together below 2^22.</param>
    /// <param name="lengths">Gets 1 to <paramref name="maximum"/> for a symbol that occurs, else 0.</param>
    /// <param name="maximum">The longest length in bits, at most 15.</param>
    public static void Assign(ReadOnlySpan<int> frequencies, Span<byte> lengths, int maximum)
    {
        Span<uint> buffer = stackalloc uint[DeflateCodes.LiteralCount];
        var sorted = Sort(frequencies, buffer);
        Span<int> byLength = stackalloc int[maximum + 1];
        if (sorted.Length > 1)
        {
            Count(sorted, byLength);
            Shorten(byLength);
        }
        else
        {
            byLength[1] = sorted.Length; // one code of one bit; RFC 1951 allows that its sibling is unused
        }

        // The rarest symbols come first and get the longest codes.
        lengths.Clear();
        var next = 0;
        for (var length = maximum; length > 0; length--)
        {
            for (var left = byLength[length]; left > 0; left--)
            {
                lengths[(int)(sorted[next++] & ((1 << SymbolBits) - 1))] = (byte)length;
            }
        }
    }

    // By frequency, then by symbol: no two are equal, so that there is one order only.
    private static ReadOnlySpan<uint> Sort(ReadOnlySpan<int> frequencies, Span<uint> buffer)
    {
        var count = 0;
        for (var symbol = 0; symbol < frequencies.Length; symbol++)
        {
            if (frequencies[symbol] > 0)
            {
                buffer[count++] = ((uint)frequencies[symbol] << SymbolBits) | (uint)symbol;
            }
        }

        buffer[..count].Sort();
        return buffer[..count];
    }

    // Huffman's tree with two queues: leaves in order of frequency, and inner nodes, which are made in that order.
    private static void Count(ReadOnlySpan<uint> leaves, Span<int> byLength)
    {
        var inner = leaves.Length - 1;
        Span<int> weights = stackalloc int[inner];
        Span<int> parents = stackalloc int[inner];
        Span<int> leafParents = stackalloc int[leaves.Length];
        var (leaf, node) = (0, 0);
        for (var made = 0; made < inner; made++)
        {
            var weight = 0;
            for (var child = 0; child < 2; child++)
            {
                var leafWeight = leaf < leaves.Length ? (int)(leaves[leaf] >> SymbolBits) : int.MaxValue;
                if (node < made && weights[node] < leafWeight)
                {
                    parents[node] = made;
                    weight += weights[node++];
                }
                else
                {
                    leafParents[leaf++] = made;
                    weight += leafWeight;
                }
            }

            weights[made] = weight;
        }

        // From the root, which was made last, to depths. Longer than allowed counts as the longest for now.
        var depths = weights;
        depths[inner - 1] = 0;
        for (var index = inner - 2; index >= 0; index--)
        {
            depths[index] = depths[parents[index]] + 1;
        }

        foreach (var parent in leafParents)
        {
            byLength[Math.Min(depths[parent] + 1, byLength.Length - 1)]++;
        }
    }

    // Kraft's inequality: what the clamped codes take too much is won back, one longest code at a time, by a shorter code that moves one down.
    private static void Shorten(Span<int> byLength)
    {
        var maximum = byLength.Length - 1;
        var excess = -(1 << maximum);
        for (var length = 1; length <= maximum; length++)
        {
            excess += byLength[length] << (maximum - length);
        }

        for (; excess > 0; excess--)
        {
            var shorter = maximum - 1;
            while (byLength[shorter] == 0)
            {
                shorter--;
            }

            byLength[maximum]--;
            byLength[shorter]--;
            byLength[shorter + 1] += 2;
        }
    }
}
