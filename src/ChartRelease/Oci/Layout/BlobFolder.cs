namespace ChartRelease.Oci.Layout;

/// <summary>The blobs of a layout: files that are named by the digest of what they hold.</summary>
/// <param name="path">Full path of the folder <c>blobs</c>.</param>
internal sealed class BlobFolder(string path)
{
    /// <summary>Full path of a blob, there or not. A digest has a fixed alphabet and length, so it cannot lead elsewhere.</summary>
    public string PathOf(Digest digest) => Path.Combine(path, digest.Algorithm, digest.Hex);

    /// <summary>Whether a blob is there, whole and undamaged.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.DigestMismatch"/>: it is there, and damaged.</exception>
    public async Task<bool> ContainsAsync(Descriptor descriptor, CancellationToken cancellationToken)
    {
        using var stream = OpenOrNull(descriptor);
        if (stream is null)
        {
            return false;
        }

        await stream.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Opens a blob; the stream fails at its end when the content is damaged. <see langword="null"/> when it is not there.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RegistryError"/>: it is there and cannot be read.</exception>
    public Stream? OpenOrNull(Descriptor descriptor)
    {
        var file = PathOf(descriptor.Digest);
        return OrNull<Stream>(file, () => new VerifyingStream(OpenFile(file), descriptor, file));
    }

    /// <summary>The size of a blob, or <see langword="null"/> when it is not there.</summary>
    public long? SizeOrNull(Digest digest)
    {
        using var stream = OrNull(PathOf(digest), () => OpenFile(PathOf(digest)));
        return stream?.Length;
    }

    /// <summary>Writes a blob, verified on the way, so that a file under a digest's name never holds anything else.</summary>
    public Task WriteAsync(Blob blob, CancellationToken cancellationToken) =>
        AtomicFile.WriteAsync(PathOf(blob.Descriptor.Digest), async (target, token) =>
        {
            using var source = new VerifyingStream(
                await blob.OpenAsync(token).ConfigureAwait(false), blob.Descriptor, $"The content to be stored as {blob.Descriptor.Digest}");
            await source.CopyToAsync(target, token).ConfigureAwait(false);
        }, cancellationToken);

    private static FileStream OpenFile(string file) =>
        new(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.SequentialScan);

    private static T? OrNull<T>(string file, Func<T> open)
        where T : Stream
    {
        try
        {
            return open();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ChartReleaseException(
                FailureReason.RegistryError,
                $"{file} is there and cannot be read: {exception.Message}",
                "A file that holds the content of its name's digest.",
                "Correct its permissions, or delete it and publish again.",
                exception);
        }
    }
}
