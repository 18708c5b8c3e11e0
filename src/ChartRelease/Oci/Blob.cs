namespace ChartRelease.Oci;

/// <summary>Content that can be sent, as often as a retry needs it.</summary>
/// <param name="Descriptor">Media type, digest and size of the content.</param>
/// <param name="Open">Opens a new stream at the start; the caller disposes it.</param>
public sealed record Blob(Descriptor Descriptor, Func<Stream> Open)
{
    /// <summary>A blob held in memory.</summary>
    public static Blob FromBytes(string mediaType, byte[] content) =>
        new(new Descriptor(mediaType, Digest.Of(content), content.Length), () => new MemoryStream(content, writable: false));

    /// <summary>A blob that stands in a file whose digest and size are known.</summary>
    public static Blob FromFile(Descriptor descriptor, string path) => new(descriptor, () => File.OpenRead(path));
}
