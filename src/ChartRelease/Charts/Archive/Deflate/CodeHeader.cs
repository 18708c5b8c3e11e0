namespace ChartRelease.Charts.Archive.Deflate;

/// <summary>The code lengths that open a dynamic block, run-length packed (RFC 1951, section 3.2.7).</summary>
internal sealed class CodeHeader
{
    private const int Repeat = 16;
    private const int Zeros = 17;
    private const int ManyZeros = 18;

    // The order in which the lengths of this code are written, likely zeros last.
    private static readonly byte[] _order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private readonly byte[] _lengths = new byte[DeflateCodes.LiteralCount + DeflateCodes.DistanceCount];
    private readonly (byte Symbol, byte Extra)[] _items = new (byte, byte)[DeflateCodes.LiteralCount + DeflateCodes.DistanceCount];
    private readonly int[] _frequencies = new int[19];
    private readonly PrefixCode _code = new(19, 7);
    private int _literals;
    private int _distances;
    private int _written;
    private int _itemCount;

    /// <summary>Bits of the header.</summary>
    public long Cost { get; private set; }

    /// <summary>Packs the lengths of both codes.</summary>
    public void Build(PrefixCode literals, PrefixCode distances)
    {
        _literals = Used(literals.Lengths, 257);
        _distances = Used(distances.Lengths, 1);
        literals.Lengths.AsSpan(0, _literals).CopyTo(_lengths);
        distances.Lengths.AsSpan(0, _distances).CopyTo(_lengths.AsSpan(_literals));
        Pack(_lengths.AsSpan(0, _literals + _distances));
        _code.Build(_frequencies);
        for (_written = _order.Length; _written > 4 && _code.Lengths[_order[_written - 1]] == 0;)
        {
            _written--;
        }

        Cost = 14 + (3 * _written) + _code.Cost(_frequencies) + (2 * _frequencies[Repeat]) + (3 * _frequencies[Zeros]) + (7 * _frequencies[ManyZeros]);
    }

    /// <summary>Writes the header.</summary>
    public void Write(ref BitWriter writer)
    {
        writer.Write((uint)(_literals - 257), 5);
        writer.Write((uint)(_distances - 1), 5);
        writer.Write((uint)(_written - 4), 4);
        foreach (var symbol in _order.AsSpan(0, _written))
        {
            writer.Write(_code.Lengths[symbol], 3);
        }

        foreach (var (symbol, extra) in _items.AsSpan(0, _itemCount))
        {
            writer.Write(_code.Codes[symbol], _code.Lengths[symbol]);
            writer.Write(extra, symbol switch { Repeat => 2, Zeros => 3, ManyZeros => 7, _ => 0 });
        }
    }

    private static int Used(byte[] lengths, int least)
    {
        var used = lengths.Length;
        while (used > least && lengths[used - 1] == 0)
        {
            used--;
        }

        return used;
    }

    private void Pack(ReadOnlySpan<byte> lengths)
    {
        _itemCount = 0;
        Array.Clear(_frequencies);
        while (lengths.Length > 0)
        {
            var length = lengths[0];
            var run = lengths.IndexOfAnyExcept(length);
            run = run < 0 ? lengths.Length : run;
            lengths = lengths[run..];
            PackRun(length, run);
        }
    }

    private void PackRun(byte length, int run)
    {
        if (length == 0)
        {
            for (int count; run >= 3; run -= count)
            {
                count = Math.Min(run, 138);
                Add(count < 11 ? Zeros : ManyZeros, count - (count < 11 ? 3 : 11));
            }
        }
        else
        {
            Add(length, 0); // what is repeated stands first
            run--;
            for (int count; run >= 3; run -= count)
            {
                count = Math.Min(run, 6);
                Add(Repeat, count - 3);
            }
        }

        for (; run > 0; run--)
        {
            Add(length, 0);
        }
    }

    private void Add(int symbol, int extra)
    {
        _items[_itemCount++] = ((byte)symbol, (byte)extra);
        _frequencies[symbol]++;
    }
}
