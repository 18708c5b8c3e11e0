using System.Buffers.Binary;
using System.Text;

namespace ChartRelease.Charts.Archive;

/// <summary>
/// The header of a gzip member (<see href="https://www.rfc-editor.org/rfc/rfc1952#section-2.3"/>); helm writes one with extra field and comment.
/// </summary>
/// <param name="ModificationTime">Seconds since 1970; 0 for none.</param>
/// <param name="ExtraFlags">What the compressor says of itself.</param>
/// <param name="OperatingSystem">Number of the file system; 255 for unknown.</param>
/// <param name="Extra">The extra field as hexadecimal digits; empty for none.</param>
/// <param name="Name">The file's name, in Latin-1; empty for none.</param>
/// <param name="Comment">The comment, in Latin-1; empty for none.</param>
public sealed record GzipHeader(uint ModificationTime, byte ExtraFlags, byte OperatingSystem, string Extra, string Name, string Comment)
{
    private const int HeaderChecksum = 0b0_0010;
    private const int HasExtra = 0b0_0100;
    private const int HasName = 0b0_1000;
    private const int HasComment = 0b1_0000;
    private const int Reserved = 0b1110_0000;
    private const int MaximumText = 64 * 1024;

    /// <summary>Reads the header that an archive starts with.</summary>
    /// <param name="archive">The archive; somewhere behind the header afterwards.</param>
    /// <exception cref="ChartReleaseException">See <see cref="ChartArchiveReader.Read"/>.</exception>
    public static GzipHeader Read(Stream archive) => Read(new GzipInput(archive));

    internal static GzipHeader Read(GzipInput input)
    {
        Span<byte> start = stackalloc byte[10];
        foreach (ref var value in start)
        {
            value = input.ReadByte();
        }

        var flags = start[3];
        if (start is not [0x1f, 0x8b, 8, ..] || (flags & Reserved) != 0)
        {
            throw NotGzip();
        }

        var extra = Bytes(input, (flags & HasExtra) != 0 ? input.ReadByte() | (input.ReadByte() << 8) : 0);
        var name = Text(input, (flags & HasName) != 0);
        var comment = Text(input, (flags & HasComment) != 0);
        Bytes(input, (flags & HeaderChecksum) != 0 ? 2 : 0);
        return new GzipHeader(
            BinaryPrimitives.ReadUInt32LittleEndian(start[4..]), start[8], start[9], Convert.ToHexStringLower(extra), name, comment);
    }

    /// <summary>Whether a header begins here; the input is not to be read after it.</summary>
    internal static bool StartsAt(GzipInput input) => input.ReadByte() == 0x1f && !input.IsAtEnd() && input.ReadByte() == 0x8b;

    private static byte[] Bytes(GzipInput input, int count)
    {
        var bytes = new byte[count];
        foreach (ref var value in bytes.AsSpan())
        {
            value = input.ReadByte();
        }

        return bytes;
    }

    private static string Text(GzipInput input, bool present)
    {
        var text = new StringBuilder();
        for (byte next; present && (next = input.ReadByte()) != 0;)
        {
            text.Append(text.Length < MaximumText ? (char)next : throw NotGzip());
        }

        return text.ToString();
    }

    private static ChartReleaseException NotGzip() => ArchiveRefusal.Because(ArchiveFault.NotGzip, "It does not start with a gzip header.");
}
