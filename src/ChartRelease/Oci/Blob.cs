namespace ChartRelease.Oci;

/// <summary>Content that can be sent, as often as a retry needs it.</summary>
/// <param name="Descriptor">Media type, digest and size of the content.</param>
/// <param name="OpenAsync">Opens a new stream at the start; the caller disposes it.</param>
public sealed record Blob(Descriptor Descriptor, Func<CancellationToken, ValueTask<Stream>> OpenAsync)
{
    /// <summary>
    /// A repository known to hold the same content, as <see cref="IRepository.Reference"/> shows it; <see langword="null"/> for none.
    /// Where the two stand in one registry, the content is mounted from there instead of being sent.
    /// </summary>
    public string? HeldBy { get; init; }

    /// <summary>A blob held in memory.</summary>
    public static Blob FromBytes(string mediaType, byte[] content) => new(
        new Descriptor(mediaType, Digest.Of(content), content.Length),
        _ => ValueTask.FromResult<Stream>(new MemoryStream(content, writable: false)));

    /// <summary>A blob that stands in a file whose digest and size are known.</summary>
    public static Blob FromFile(Descriptor descriptor, string path) => new(descriptor, _ => ValueTask.FromResult<Stream>(File.OpenRead(path)));
}
