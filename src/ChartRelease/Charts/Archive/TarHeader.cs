using System.Globalization;
using System.Text;

namespace ChartRelease.Charts.Archive;

/// <summary>
/// Writes ustar headers (<see href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06"/>) with
/// constant mode, owner and time. A pax header comes before names that ustar cannot hold, and only before those.
/// </summary>
internal static class TarHeader
{
    public const int BlockSize = 512;

    /// <summary>1980-01-01T00:00:00Z, the constant time of every entry: the earliest that zip tools can hold too, and not 0, which some tools take for "unset".</summary>
    public const long ModificationTime = 315_532_800;

    /// <summary>Eleven octal digits, what a ustar size field holds.</summary>
    public const long MaximumSize = 0x1_FFFF_FFFF;

    private const int NameLength = 100;
    private const int PrefixLength = 155;

    /// <summary>The header blocks of a file.</summary>
    public static void Write(Stream tar, string path, long size)
    {
        if (TrySplit(path, out var prefix, out var name))
        {
            tar.Write(Block(prefix, name, size, '0'));
            return;
        }

        var record = PaxRecord("path", path);
        tar.Write(Block("", "PaxHeaders.0/" + Ascii(path, NameLength - "PaxHeaders.0/".Length), record.Length, 'x'));
        tar.Write(record);
        WritePadding(tar, record.Length);
        tar.Write(Block("", Ascii(path, NameLength), size, '0'));
    }

    /// <summary>Fills the last block of a content of this size with zeros.</summary>
    public static void WritePadding(Stream tar, long size) => tar.Write(new byte[(BlockSize - (size % BlockSize)) % BlockSize]);

    /// <summary>The two zero blocks that end a tar.</summary>
    public static void WriteEnd(Stream tar) => tar.Write(new byte[2 * BlockSize]);

    // The shortest prefix that lets the rest fit, so that every path has one spelling.
    private static bool TrySplit(string path, out string prefix, out string name)
    {
        (prefix, name) = ("", path);
        if (!System.Text.Ascii.IsValid(path))
        {
            return false;
        }

        var slash = -1;
        do
        {
            name = path[(slash + 1)..];
            prefix = slash < 0 ? "" : path[..slash];
            if (name.Length is > 0 and <= NameLength && prefix.Length <= PrefixLength)
            {
                return true;
            }

            slash = path.IndexOf('/', slash + 1);
        }
        while (slash >= 0);
        return false;
    }

    private static byte[] Block(string prefix, string name, long size, char type)
    {
        var block = new byte[BlockSize];
        Put(block, 0, name);
        Put(block, 100, "0000644\0");
        Put(block, 108, "0000000\0");
        Put(block, 116, "0000000\0");
        Put(block, 124, Octal(size, 11) + "\0");
        Put(block, 136, Octal(ModificationTime, 11) + "\0");
        Put(block, 148, "        ");
        block[156] = (byte)type;
        Put(block, 257, "ustar\0" + "00");
        Put(block, 329, "0000000\0");
        Put(block, 337, "0000000\0");
        Put(block, 345, prefix);
        Put(block, 148, Octal(block.Sum(value => value), 6) + "\0 ");
        return block;
    }

    // "LENGTH KEY=VALUE\n", where LENGTH counts itself.
    private static byte[] PaxRecord(string key, string value)
    {
        var rest = Encoding.UTF8.GetBytes($" {key}={value}\n");
        var length = rest.Length + 1;
        while (length != rest.Length + Digits(length))
        {
            length = rest.Length + Digits(length);
        }

        return [.. Encoding.ASCII.GetBytes(length.ToString(CultureInfo.InvariantCulture)), .. rest];
    }

    private static int Digits(int number) => number.ToString(CultureInfo.InvariantCulture).Length;

    private static string Ascii(string path, int length)
    {
        var ascii = string.Concat(path.EnumerateRunes().Select(rune => rune.IsAscii ? (char)rune.Value : '_'));
        return ascii.Length <= length ? ascii : ascii[..length];
    }

    private static string Octal(long number, int digits) => Convert.ToString(number, toBase: 8).PadLeft(digits, '0');

    private static void Put(byte[] block, int offset, string text) => Encoding.ASCII.GetBytes(text, block.AsSpan(offset));
}
