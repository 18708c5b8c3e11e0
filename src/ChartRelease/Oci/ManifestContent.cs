namespace ChartRelease.Oci;

/// <summary>A manifest as a registry holds it: the exact bytes, and what they say.</summary>
/// <param name="Descriptor">Media type, digest and size of <paramref name="Bytes"/>.</param>
/// <param name="Bytes">The bytes, verified against the descriptor.</param>
/// <param name="Manifest">The bytes as data.</param>
public sealed record ManifestContent(Descriptor Descriptor, ReadOnlyMemory<byte> Bytes, OciManifest Manifest);
