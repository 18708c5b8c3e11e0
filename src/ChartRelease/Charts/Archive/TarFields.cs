using System.Text;

namespace ChartRelease.Charts.Archive;

/// <summary>The fields of a tar header block.</summary>
/// <param name="Name">The path, prefix included.</param>
/// <param name="Size">Size of what follows.</param>
/// <param name="Type">The type flag.</param>
/// <param name="Header">The rest.</param>
internal sealed record TarFields(string Name, long Size, char Type, ArchiveHeader Header)
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static TarFields Parse(ReadOnlySpan<byte> block)
    {
        // The checksum counts its own field as spaces.
        var sum = (8 * ' ') - Sum(block[148..156]) + Sum(block);
        if (Number(block[148..156]) != sum)
        {
            throw ArchiveRefusal.Because(ArchiveFault.NotTar, "A tar header has the wrong checksum.");
        }

        // GNU tar uses the place of the prefix for other things and says so by its magic.
        var isUstar = block[257..263].SequenceEqual("ustar\0"u8);
        var prefix = isUstar ? Text(block[345..500]) : "";
        var name = Text(block[..100]);
        return new TarFields(prefix.Length > 0 ? $"{prefix}/{name}" : name, Number(block[124..136]), (char)block[156], ArchiveHeader.Parse(block));
    }

    public static bool IsZero(ReadOnlySpan<byte> block) => block.IndexOfAnyExcept((byte)0) < 0;

    /// <summary>UTF-8 up to the first zero.</summary>
    public static string Text(ReadOnlySpan<byte> field)
    {
        try
        {
            return _strict.GetString(field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field);
        }
        catch (DecoderFallbackException)
        {
            throw ArchiveRefusal.Because(ArchiveFault.InvalidPath, "A path is not UTF-8.");
        }
    }

    // Octal, padded with spaces or zeros. GNU's binary numbers exist for sizes no chart has.
    private static long Number(ReadOnlySpan<byte> field)
    {
        var result = 0L;
        foreach (var digit in field.Trim(" \0"u8))
        {
            result = digit is >= (byte)'0' and <= (byte)'7'
                ? (result * 8) + (digit - '0')
                : throw ArchiveRefusal.Because(ArchiveFault.NotTar, "A tar header holds a malformed number.");
        }

        return result;
    }

    private static int Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0;
        foreach (var value in bytes)
        {
            sum += value;
        }

        return sum;
    }
}
