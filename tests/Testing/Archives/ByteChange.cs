using CsCheck;

namespace ChartRelease.Testing.Archives;

/// <summary>A change that knows nothing of what the bytes mean.</summary>
/// <param name="At">Where, in thousandths of the length.</param>
/// <param name="Length">How many bytes are taken away or doubled.</param>
/// <param name="Value">What is written or toggled.</param>
/// <param name="Kind">What happens.</param>
internal sealed record ByteChange(int At, int Length, byte Value, int Kind)
{
    private const int Kinds = 6;

    public static Gen<ByteChange> Any { get; } =
        Gen.Select(Gen.Int[0, 999], Gen.Int[1, 600], Gen.Byte, Gen.Int[0, Kinds - 1], static (at, length, value, kind) => new ByteChange(at, length, value, kind));

    public byte[] Apply(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return bytes;
        }

        var at = (int)((long)bytes.Length * At / 1000);
        var end = Math.Min(bytes.Length, at + Length);
        return Kind switch
        {
            0 => [.. bytes[..at], (byte)(bytes[at] ^ (1 << (Value & 7))), .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], Value, .. bytes[(at + 1)..]],
            2 => [.. bytes[..at], .. bytes[end..]],
            3 => [.. bytes[..end], .. bytes[at..]],
            4 => bytes[..at],
            _ => [.. bytes[..at], Value, .. bytes[at..]],
        };
    }
}
