namespace ChartRelease.Charts.Archive;

/// <summary>
/// Reads the plain files of a ustar, pax or GNU tar. Everything else is refused, except folders and global pax headers, which are skipped.
/// </summary>
internal sealed class StrictTarReader(Stream tar, ArchiveLimits limits) : IDisposable
{
    private const int MaximumExtension = 64 * 1024;

    private readonly byte[] _block = new byte[TarHeader.BlockSize];
    private TarEntryStream? _content;

    /// <summary>The next file; <see langword="null"/> at the end of the tar, which is then checked to be the end of the data.</summary>
    public TarFile? Next()
    {
        SkipContent();
        string? longName = null;
        long? longSize = null;
        for (; ; )
        {
            ReadBlock();
            if (TarFields.IsZero(_block))
            {
                CheckEnd(longName);
                return null;
            }

            var header = TarFields.Parse(_block);
            switch (header.Type)
            {
                case 'x':
                    TarPax.Read(ReadExtension(header.Size), ref longName, ref longSize);
                    break;
                case 'g':
                    ReadExtension(header.Size);
                    break;
                case 'L':
                    longName = TarFields.Text(ReadExtension(header.Size));
                    break;
                case '5':
                    Check(longName ?? header.Name, isFolder: true);
                    (longName, longSize) = (null, null);
                    break;
                case '0' or '\0':
                    return Open(Check(longName ?? header.Name, isFolder: false), longSize ?? header.Size);
                case var type:
                    throw Refused(type, longName ?? header.Name);
            }
        }
    }

    /// <summary>Lets go of the current entry; the stream of the tar stays open.</summary>
    public void Dispose() => _content?.Dispose();

    private TarFile Open(string path, long size)
    {
        if (size > limits.MaximumEntrySize)
        {
            throw ArchiveRefusal.Because(ArchiveFault.TooLarge, $"\"{path}\" has more than {limits.MaximumEntrySize} bytes.");
        }

        _content = new TarEntryStream(tar, size);
        return new TarFile(path, size, _content);
    }

    private static string Check(string path, bool isFolder) => ArchivePath.Check(isFolder ? path.TrimEnd('/') : path) is { } fault
        ? throw ArchiveRefusal.Because(fault, $"The path \"{path}\" is not allowed.")
        : path;

    private static ChartReleaseException Refused(char type, string path) => type switch
    {
        '1' or '2' => ArchiveRefusal.Because(ArchiveFault.Link, $"\"{path}\" is a link."),
        '3' or '4' or '6' => ArchiveRefusal.Because(ArchiveFault.Device, $"\"{path}\" is a device or a pipe."),
        _ => ArchiveRefusal.Because(ArchiveFault.UnsupportedEntry, $"\"{path}\" is an entry of type \"{type}\"."),
    };

    private byte[] ReadExtension(long size)
    {
        if (size > MaximumExtension)
        {
            throw ArchiveRefusal.Because(ArchiveFault.NotTar, "An extended header is too long.");
        }

        var content = new byte[size];
        ReadFully(content);
        ReadFully(new byte[(TarHeader.BlockSize - (size % TarHeader.BlockSize)) % TarHeader.BlockSize]);
        return content;
    }

    private void SkipContent()
    {
        _content?.SkipToEnd();
        _content?.Dispose();
        _content = null;
    }

    private void ReadBlock() => ReadFully(_block);

    private void ReadFully(Span<byte> buffer)
    {
        if (tar.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) < buffer.Length)
        {
            throw ArchiveRefusal.Because(ArchiveFault.Truncated, "The tar ends too early.");
        }
    }

    // After the first zero block come only zeros, as many as the writer's record size asks for, and at least one more block.
    private void CheckEnd(string? pendingName)
    {
        ReadBlock();
        var count = _block.Length;
        do
        {
            if (pendingName is not null || !TarFields.IsZero(_block.AsSpan(0, count)))
            {
                throw ArchiveRefusal.Because(ArchiveFault.NotTar, "Something follows the end of the tar.");
            }
        }
        while ((count = tar.Read(_block)) > 0);
    }
}

/// <summary>A plain file of a tar.</summary>
internal sealed record TarFile(string Path, long Size, Stream Content);
