using System.Text.Json;

namespace ChartRelease.Oci.Layout;

/// <summary>
/// The files of one image layout (<see href="https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md"/>) apart from its blobs.
/// </summary>
/// <param name="path">Full path of the folder.</param>
internal sealed class LayoutFolder(string path)
{
    private const FileAttributes Missing = (FileAttributes)(-1);

    private readonly string _indexPath = System.IO.Path.Combine(path, "index.json");
    private readonly string _markerPath = System.IO.Path.Combine(path, "oci-layout");

    private static ReadOnlySpan<byte> Marker => """{"imageLayoutVersion":"1.0.0"}"""u8;

    /// <summary>Full path of the folder.</summary>
    public string Path { get; } = path;

    /// <summary>Its blobs.</summary>
    public BlobFolder Blobs { get; } = new(System.IO.Path.Combine(path, "blobs"));

    /// <summary>Reads the index.</summary>
    /// <returns><see langword="null"/> when no layout is there: no folder, an empty one, or what a killed process left of creating one.</returns>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RegistryError"/>: a damaged layout, or a folder of another kind.</exception>
    public async Task<LayoutIndex?> ReadIndexAsync(CancellationToken cancellationToken)
    {
        try
        {
            var marker = await ReadAsync(_markerPath, cancellationToken).ConfigureAwait(false);
            var bytes = await ReadAsync(_indexPath, cancellationToken).ConfigureAwait(false);
            var index = bytes is null ? null : LayoutIndex.Parse(bytes);
            if (marker is null)
            {
                // The marker is written last, so until then nothing was ever published here.
                var why = index is { IsEmpty: false } ? "oci-layout is missing."
                    : index is null && HasForeignFiles() ? "the folder holds something else."
                    : null;

                // Reading takes no lock: somebody may have created the layout between two of these looks.
                return why is null ? null
                    : File.Exists(index is null ? _indexPath : _markerPath) ? await ReadIndexAsync(cancellationToken).ConfigureAwait(false)
                    : throw new FormatException(why);
            }

            CheckMarker(marker);
            return index ?? throw new FormatException("index.json is missing.");
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw Damaged(exception.Message, exception);
        }
    }

    /// <summary>Writes an empty layout: the index first, then the file that declares the folder a layout.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await AtomicFile.WriteAsync(_indexPath, LayoutIndex.EmptyBytes.ToArray(), cancellationToken).ConfigureAwait(false);
        await AtomicFile.WriteAsync(_markerPath, Marker.ToArray(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Replaces the index.</summary>
    public Task WriteIndexAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        AtomicFile.WriteAsync(_indexPath, bytes, cancellationToken);

    /// <summary>Deletes what killed processes left. What is being written is open, and left alone.</summary>
    public void DeleteLeftovers() => WriteFailure.Guard(Path, () =>
    {
        if (!Directory.Exists(Path))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Where(AtomicFile.IsTemporary))
        {
            DeleteUnlessOpen(file);
        }
    });

    /// <summary>The failure of a layout that cannot be understood.</summary>
    public ChartReleaseException Damaged(string why, Exception? cause = null) => new(
        FailureReason.RegistryError,
        $"{Path} is not a usable image layout: {why}",
        "An OCI image layout, an empty folder, or none.",
        "Name another folder with --registry=oci-layout:FOLDER, or delete this one and publish again.",
        cause);

    private static async Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            // Asked first, because an exception for every chart that was never published costs more than all the rest of reading. Unlike
            // File.Exists this fails when it cannot be known.
            return new FileInfo(path).Attributes == Missing ? null : await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    // Deleted while it is locked: who has made a file and is about to lock it then notices, and makes another.
    private static void DeleteUnlessOpen(string file)
    {
        try
        {
            using var locked = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (FileNotFoundException)
        {
            // Its writer was quicker: it has its name, or is gone.
        }
        catch (IOException exception) when (SharingViolation.Is(exception))
        {
            // It is being written.
        }
    }

    private static void CheckMarker(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var version = document.RootElement.Require(JsonValueKind.Object, "oci-layout").Property("imageLayoutVersion").RequireString("imageLayoutVersion");
        if (version != "1.0.0")
        {
            throw new FormatException($"imageLayoutVersion is \"{version}\", not \"1.0.0\".");
        }
    }

    private bool HasForeignFiles() =>
        File.Exists(Path) || (Directory.Exists(Path) && Directory.EnumerateFileSystemEntries(Path).Any(entry => !AtomicFile.IsTemporary(entry)));
}
