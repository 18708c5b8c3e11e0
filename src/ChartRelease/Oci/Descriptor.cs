namespace ChartRelease.Oci;

/// <summary>
/// What a manifest says of one piece of content
/// (<see href="https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md"/>).
/// </summary>
/// <param name="MediaType">Media type of the content.</param>
/// <param name="Digest">Digest of the content.</param>
/// <param name="Size">Size in bytes.</param>
public sealed record Descriptor(string MediaType, Digest Digest, long Size);
