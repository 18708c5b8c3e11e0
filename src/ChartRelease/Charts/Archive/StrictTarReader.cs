namespace ChartRelease.Charts.Archive;

/// <summary>
/// Reads the plain files and folders of a ustar, pax or GNU tar. Everything else is refused, except global pax headers that change nothing.
/// </summary>
internal sealed class StrictTarReader(Stream tar, ArchiveLimits limits) : IDisposable
{
    private const int MaximumExtension = 64 * 1024;

    private readonly byte[] _block = new byte[TarHeader.BlockSize];
    private TarEntryStream? _content;

    /// <summary>The next file or folder; <see langword="null"/> at the end of the tar, which is then checked to be the end of the data.</summary>
    public TarItem? Next()
    {
        SkipContent();
        string? longName = null;
        long? longSize = null;
        for (; ; )
        {
            ReadBlock();
            if (TarFields.IsZero(_block))
            {
                CheckEnd(longName is not null || longSize is not null);
                return null;
            }

            var header = TarFields.Parse(_block);
            switch (header.Type)
            {
                case 'x':
                    TarPax.Read(ReadExtension(header.Size), ref longName, ref longSize);
                    break;
                case 'g':
                    CheckGlobal(ReadExtension(header.Size));
                    break;
                case 'L':
                    longName = TarFields.Text(ReadExtension(header.Size));
                    break;
                case '5':
                    return Folder(longName ?? header.Name, longSize ?? header.Size);
                case '0' or '\0':
                    return Open(header with { Name = longName ?? header.Name, Size = longSize ?? header.Size });
                case var type:
                    throw Refused(type, longName ?? header.Name);
            }
        }
    }

    /// <summary>Lets go of the current entry; the stream of the tar stays open.</summary>
    public void Dispose() => _content?.Dispose();

    private TarFile Open(TarFields header)
    {
        if (header.Size > limits.MaximumEntrySize)
        {
            throw ArchiveRefusal.Because(ArchiveFault.TooLarge, $"\"{header.Name}\" has more than {limits.MaximumEntrySize} bytes.");
        }

        _content = new TarEntryStream(tar, header.Size);
        return new TarFile(Check(header.Name), header.Size, _content, header.Header);
    }

    // Some readers skip the content of a folder, some take it for the next header.
    private static TarFolder Folder(string path, long size) => size == 0
        ? new TarFolder(Check(path.Length > 1 && path.EndsWith('/') ? path[..^1] : path))
        : throw ArchiveRefusal.Because(ArchiveFault.NotTar, $"\"{path}\" is a folder with content.");

    private static string Check(string path) => ArchivePath.Check(path) is { } fault
        ? throw ArchiveRefusal.Because(fault, $"The path \"{Cropped(path)}\" is not allowed.")
        : path;

    private static string Cropped(string path) => path.Length <= ArchivePath.MaximumLength ? path : path[..ArchivePath.MaximumLength] + "…";

    // GNU tar gives every later file what a global header says, Go does not.
    private static void CheckGlobal(ReadOnlySpan<byte> records)
    {
        string? path = null;
        long? size = null;
        TarPax.Read(records, ref path, ref size);
        if (path is not null || size is not null)
        {
            throw ArchiveRefusal.Because(ArchiveFault.UnsupportedEntry, "A global header gives all files one path or size.");
        }
    }

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
    private void CheckEnd(bool isFileDue)
    {
        if (isFileDue)
        {
            throw ArchiveRefusal.Because(ArchiveFault.NotTar, "An extended header stands before no file.");
        }

        ReadBlock();
        var count = _block.Length;
        do
        {
            if (!TarFields.IsZero(_block.AsSpan(0, count)))
            {
                throw ArchiveRefusal.Because(ArchiveFault.TrailingData, "Something follows the end of the tar.");
            }
        }
        while ((count = tar.Read(_block)) > 0);
    }
}

/// <summary>What a tar holds.</summary>
/// <param name="Path">Its path, checked, without a slash at its end.</param>
internal abstract record TarItem(string Path);

/// <summary>A plain file.</summary>
internal sealed record TarFile(string Path, long Size, Stream Content, ArchiveHeader Header) : TarItem(Path);

/// <summary>A folder.</summary>
internal sealed record TarFolder(string Path) : TarItem(Path);
