namespace ChartRelease.Oci.Referrers;

/// <summary>
/// A manifest that refers to another, as the list of its subject shows it
/// (<see href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers"/>).
/// </summary>
/// <param name="Manifest">Media type, digest and size of the manifest.</param>
public sealed record Referrer(Descriptor Manifest)
{
    /// <summary>What kind of artifact it is, for example <c>application/spdx+json</c>; <see langword="null"/> when the list does not say.</summary>
    public string? ArtifactType { get; init; }

    /// <summary>The annotations of the manifest.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();

    /// <summary>How a list shows this manifest: the type is its artifactType, else its config's media type; its annotations are copied.</summary>
    public static Referrer Of(Descriptor descriptor, OciManifest manifest) => new(descriptor)
    {
        ArtifactType = manifest.ArtifactType ?? manifest.Config.MediaType,
        Annotations = manifest.Annotations,
    };
}
