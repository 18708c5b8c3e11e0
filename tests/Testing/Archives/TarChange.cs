using System.Text;
using CsCheck;

namespace ChartRelease.Testing.Archives;

/// <summary>A change of a tar that knows its blocks and fields.</summary>
/// <param name="Block">The block, counted modulo the number of blocks.</param>
/// <param name="Change">Makes the change at an index, in a copy.</param>
internal sealed record TarChange(int Block, Func<byte[], int, byte[]> Change)
{
    private const int Size = 512;

    // Paths and numbers that readers have been fooled with.
    private static readonly string[] Names =
    [
        "../x", "/x", "demo/../../x", "demo/..", "demo/.", "C:\\x", "demo/C:x", "demo\\x", "demo//x", "demo/Chart.yaml", "demo/CHART.yaml", "Demo/x", "demo", "demo/",
        "other/x", "x", "", "demo/\u0001", "demo/.. /x", "demo/Chart.yaml/x", "demo/a", "demo/a/", "././@LongLink", "demo/\ufffd",
    ];

    private static readonly string[] Numbers =
        ["00000000000\0", "00000000001\0", "77777777777\0", "00000001000\0", "           \0", "-1\0", "0000000000x\0", "\u0080\0\0\0\0\0\0\0\0\0\0\u0001", "00200000000\0"];

    private static readonly string[] Records =
        ["path=demo/x", "path=../x", "path=", "size=0", "size=5", "size=99999999999999999999", "size=-1", "linkpath=/etc", "GNU.sparse.major=1", "mtime=1.5", "=x", "x", "path=a\0b"];

    public static Gen<TarChange> Any { get; } = Gen.Select(
        Gen.Int[0, 63],
        Gen.OneOf(
            ByteChange.Any.Select(static change => (Func<byte[], int, byte[]>)((tar, _) => change.Apply(tar))),
            Gen.OneOf(Names).Select(static name => Field(0, 100, name)),
            Gen.OneOf(Numbers).Select(static number => Field(124, 12, number)),
            Gen.OneOf("01234567xgLKSVDN\0".ToCharArray()).Select(static type => Field(156, 1, type.ToString())),
            Gen.OneOf("ustar\0", "ustar  \0", "\0\0\0\0\0\0").Select(static magic => Field(257, 8, magic)),
            Gen.OneOf(Names).Select(static name => Field(345, 155, name)),
            Gen.Select(Gen.OneOf(Records), Gen.OneOf('x', 'g', 'L')).Select(static (record, type) => Insert(Record(record, type))),
            Gen.OneOf(Names).Select(static name => Insert(new TarBuilder().Add(name, "x").Tar(0))),
            Gen.Int[1, 4].Select(static count => Insert(new byte[count * Size])),
            Gen.Int[0, 63].Select(static other => (Func<byte[], int, byte[]>)((tar, at) => Insert(tar.AsSpan(Start(tar, other)).Slice(0, Math.Min(Size, tar.Length - Start(tar, other))).ToArray())(tar, at))),
            Gen.Const((Func<byte[], int, byte[]>)((tar, at) => [.. tar[..at], .. tar[Math.Min(tar.Length, at + Size)..]]))),
        static (block, change) => new TarChange(block, change));

    public byte[] Apply(byte[] tar) => Change(tar, Start(tar, Block));

    /// <summary>The same with the checksums of its headers made right, so that readers look at more than those.</summary>
    public static byte[] WithChecksums(byte[] tar)
    {
        byte[] result = [.. tar];
        for (var at = 0L; at + Size <= result.Length;)
        {
            var header = result.AsSpan((int)at, Size);
            if (header.IndexOfAnyExcept((byte)0) < 0)
            {
                break;
            }

            header[148..156].Fill((byte)' ');
            var sum = 0;
            foreach (var value in header)
            {
                sum += value;
            }

            Encoding.ASCII.GetBytes($"{Convert.ToString(sum, toBase: 8).PadLeft(6, '0')}\0 ").CopyTo(header[148..156]);
            at += Size + ((Content(header) + Size - 1) / Size * Size);
        }

        return result;
    }

    private static int Start(byte[] tar, int block) => tar.Length < Size ? 0 : block % (tar.Length / Size) * Size;

    private static long Content(ReadOnlySpan<byte> header)
    {
        var size = 0L;
        foreach (var digit in header[124..136])
        {
            size = digit is >= (byte)'0' and <= (byte)'7' ? (size * 8) + (digit - '0') : size;
        }

        return size;
    }

    private static Func<byte[], int, byte[]> Field(int offset, int length, string text) => (tar, at) =>
    {
        byte[] result = [.. tar];
        var field = result.AsSpan(Math.Min(result.Length, at + offset));
        field = field[..Math.Min(field.Length, length)];
        field.Clear();
        Encoding.Latin1.GetBytes(text).AsSpan(0, Math.Min(text.Length, field.Length)).CopyTo(field);
        return result;
    };

    private static Func<byte[], int, byte[]> Insert(byte[] bytes) => (tar, at) => [.. tar[..at], .. bytes, .. tar[at..]];

    private static byte[] Record(string text, char type) =>
        type == 'L' ? new TarBuilder().Add("L", text, 'L').Tar(0)
        : text.Split('=') is [var key, var value] ? new TarBuilder().Pax(key, value, type).Tar(0)
        : new TarBuilder().Add("pax", text, type).Tar(0);
}
