namespace ChartRelease.Oci.Referrers;

/// <summary>An image index (<see href="https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md"/>) that lists referrers.</summary>
/// <param name="Manifests">The entries in their order.</param>
public sealed record OciIndex(IReadOnlyList<Referrer> Manifests)
{
    /// <summary>An index without entries.</summary>
    public static OciIndex Empty { get; } = new([]);

    /// <summary>Whether an entry names this manifest.</summary>
    public bool Contains(Digest manifest) => Manifests.Any(entry => entry.Manifest.Digest == manifest);
}
