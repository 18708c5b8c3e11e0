namespace ChartRelease.Oci;

/// <summary>
/// An image manifest (<see href="https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md"/>):
/// <c>schemaVersion</c> 2 and a top-level <c>mediaType</c> are always written.
/// </summary>
public sealed record OciManifest
{
    /// <summary>What kind of artifact this is, as a media type; <see langword="null"/> where the config's media type says it, as with charts.</summary>
    public string? ArtifactType { get; init; }

    /// <summary>Descriptor of the config.</summary>
    public required Descriptor Config { get; init; }

    /// <summary>Layers in the order written.</summary>
    public required IReadOnlyList<Descriptor> Layers { get; init; }

    /// <summary>The manifest this one refers to, for a signature or a bill of materials; <see langword="null"/> for none.</summary>
    public Descriptor? Subject { get; init; }

    /// <summary>Annotations; written in ordinal order of the key.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether both name the same config and the same layers; annotations and the order of layers are no content.</summary>
    public bool HasContentOf(OciManifest other) =>
        Config.Digest == other.Config.Digest && Layers.Select(layer => layer.Digest).ToHashSet().SetEquals(other.Layers.Select(layer => layer.Digest));
}
