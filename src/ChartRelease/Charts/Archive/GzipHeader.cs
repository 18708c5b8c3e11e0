namespace ChartRelease.Charts.Archive;

/// <summary>The header of a gzip member (<see href="https://www.rfc-editor.org/rfc/rfc1952#section-2.3"/>); helm writes one with extra field and comment.</summary>
internal static class GzipHeader
{
    private const int HeaderChecksum = 0b0_0010;
    private const int Extra = 0b0_0100;
    private const int Name = 0b0_1000;
    private const int Comment = 0b1_0000;
    private const int Reserved = 0b1110_0000;
    private const int MaximumText = 64 * 1024;

    public static void Skip(GzipInput input)
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

        SkipBytes(input, (flags & Extra) != 0 ? input.ReadByte() | (input.ReadByte() << 8) : 0);
        SkipText(input, (flags & Name) != 0);
        SkipText(input, (flags & Comment) != 0);
        SkipBytes(input, (flags & HeaderChecksum) != 0 ? 2 : 0);
    }

    private static void SkipBytes(GzipInput input, int count)
    {
        for (; count > 0; count--)
        {
            input.ReadByte();
        }
    }

    private static void SkipText(GzipInput input, bool present)
    {
        for (var length = 0; present && input.ReadByte() != 0; length++)
        {
            if (length == MaximumText)
            {
                throw NotGzip();
            }
        }
    }

    private static ChartReleaseException NotGzip() => ArchiveRefusal.Because(ArchiveFault.NotGzip, "It does not start with a gzip header.");
}
