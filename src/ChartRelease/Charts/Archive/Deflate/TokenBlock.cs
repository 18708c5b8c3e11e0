namespace ChartRelease.Charts.Archive.Deflate;

/// <summary>The literals and matches of one deflate block, and how often each symbol occurs.</summary>
internal sealed class TokenBlock
{
    private const int Capacity = 16 * 1024;

    private readonly Token[] _tokens = new Token[Capacity];
    private int _count;
    private int _literals; // behind the last match

    /// <summary>Whether it has to be written before another match.</summary>
    public bool IsFull => _count == Capacity;

    /// <summary>Runs of literals, each with the match behind it.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, _count);

    /// <summary>Frequencies of literals, lengths and the one end of the block.</summary>
    public int[] Literals { get; } = new int[DeflateCodes.LiteralCount];

    /// <summary>Frequencies of distances.</summary>
    public int[] Distances { get; } = new int[DeflateCodes.DistanceCount];

    /// <summary>Bits that follow symbols of lengths and distances.</summary>
    public long ExtraBits { get; private set; }

    public TokenBlock() => Clear();

    /// <summary>Adds literals.</summary>
    public void Add(ReadOnlySpan<byte> literals)
    {
        var frequencies = Literals;
        foreach (var literal in literals)
        {
            frequencies[literal]++;
        }

        _literals += literals.Length;
    }

    /// <summary>Adds a match.</summary>
    public void Add(int length, int distance)
    {
        var (lengthSymbol, distanceSymbol) = (DeflateCodes.LengthSymbol(length), DeflateCodes.DistanceSymbol(distance));
        _tokens[_count++] = new Token(_literals, (ushort)length, (ushort)distance);
        _literals = 0;
        Literals[DeflateCodes.FirstLength + lengthSymbol]++;
        Distances[distanceSymbol]++;
        ExtraBits += DeflateCodes.LengthExtra(lengthSymbol) + DeflateCodes.DistanceExtra(distanceSymbol);
    }

    /// <summary>Starts over.</summary>
    public void Clear()
    {
        (_count, _literals, ExtraBits) = (0, 0, 0);
        Array.Clear(Literals);
        Literals[DeflateCodes.EndOfBlock] = 1;
        Array.Clear(Distances);
    }
}
