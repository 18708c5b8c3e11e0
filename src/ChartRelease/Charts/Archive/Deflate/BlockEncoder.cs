namespace ChartRelease.Charts.Archive.Deflate;

/// <summary>Writes a block in the smallest of its three forms, a byte more or less: stored, with the fixed codes, or with codes of its own (RFC 1951, section 3.2.3).</summary>
internal sealed class BlockEncoder
{
    private const int LongestStored = ushort.MaxValue;
    private const int StoredHeaderBits = 40;

    private readonly PrefixCode _literals = new(DeflateCodes.LiteralCount, DeflateCodes.LongestCode);
    private readonly PrefixCode _distances = new(DeflateCodes.DistanceCount, DeflateCodes.LongestCode);
    private readonly CodeHeader _header = new();
    private readonly TokenWriter _tokens = new();

    private enum Form
    {
        Stored = 0,
        Fixed = 1,
        Dynamic = 2,
    }

    /// <summary>Writes a block.</summary>
    /// <param name="writer">Gets at most the content, five bytes for each 65,535 begun, and one byte.</param>
    /// <param name="block">Its tokens.</param>
    /// <param name="content">The bytes that they stand for.</param>
    /// <param name="isLast">Whether no block follows.</param>
    public void Write(ref BitWriter writer, TokenBlock block, ReadOnlySpan<byte> content, bool isLast)
    {
        _literals.Build(block.Literals);
        _distances.Build(block.Distances);
        _header.Build(_literals, _distances);
        var dynamicCost = _header.Cost + _literals.Cost(block.Literals) + _distances.Cost(block.Distances);
        var fixedCost = FixedCodes.Literals.Cost(block.Literals) + FixedCodes.Distances.Cost(block.Distances);
        if (StoredCost(content.Length) < Math.Min(dynamicCost, fixedCost) + block.ExtraBits)
        {
            WriteStored(ref writer, content, isLast);
        }
        else if (fixedCost <= dynamicCost)
        {
            WriteForm(ref writer, Form.Fixed, isLast);
            _tokens.Write(ref writer, block, content, FixedCodes.Literals, FixedCodes.Distances);
        }
        else
        {
            WriteForm(ref writer, Form.Dynamic, isLast);
            _header.Write(ref writer);
            _tokens.Write(ref writer, block, content, _literals, _distances);
        }
    }

    private static long StoredCost(int length) => (8L * length) + ((1L + (Math.Max(0, length - 1) / LongestStored)) * StoredHeaderBits);

    private static void WriteForm(ref BitWriter writer, Form form, bool isLast) => writer.Write(((uint)form << 1) | (isLast ? 1u : 0), 3);

    private static void WriteStored(ref BitWriter writer, ReadOnlySpan<byte> content, bool isLast)
    {
        do
        {
            var part = content[..Math.Min(content.Length, LongestStored)];
            content = content[part.Length..];
            WriteForm(ref writer, Form.Stored, isLast && content.IsEmpty);
            writer.Align();
            writer.Write((uint)part.Length | ((uint)~part.Length << 16), 32);
            writer.Write(part);
        }
        while (!content.IsEmpty);
    }
}
