using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ChartRelease.Charts.Archive.Deflate;

/// <summary>Packs bits into bytes, the lowest bit first (RFC 1951, section 3.1.1). A structure, so that a loop can hold it in registers.</summary>
/// <param name="output">Gets the bytes; seven more than are written have to fit.</param>
/// <param name="pending">What the last writer left over.</param>
internal ref struct BitWriter(Span<byte> output, PendingBits pending)
{
    private readonly Span<byte> _output = output;
    private ulong _bits = pending.Bits;
    private int _count = pending.Count;

    /// <summary>Bytes that are whole.</summary>
    public int Length { get; private set; }

    /// <summary>Bits of the byte that is not whole yet.</summary>
    public readonly PendingBits Pending => new((byte)_bits, _count);

    /// <summary>Writes the lowest bits.</summary>
    /// <param name="bits">Nothing is set above <paramref name="count"/>.</param>
    /// <param name="count">0 to 56.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ulong bits, int count)
    {
        var all = _bits | (bits << _count);
        BinaryPrimitives.WriteUInt64LittleEndian(_output[Length..], all);
        count += _count;
        Length += count >> 3;
        _bits = all >> (count & ~7);
        _count = count & 7;
    }

    /// <summary>Fills the last byte with zeros.</summary>
    public void Align() => Write(0, -_count & 7);

    /// <summary>Writes whole bytes, after <see cref="Align"/>.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_output[Length..]);
        Length += bytes.Length;
    }
}
