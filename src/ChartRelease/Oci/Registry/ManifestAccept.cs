namespace ChartRelease.Oci.Registry;

/// <summary>What we say we understand when a manifest is asked for.</summary>
internal static class ManifestAccept
{
    /// <summary>
    /// More than we can use, on purpose: to a client that does not accept an index, some registries say that the tag does not exist,
    /// and a tag that holds something unexpected must never look absent.
    /// </summary>
    public static IReadOnlyList<string> All { get; } =
    [
        MediaTypes.Manifest,
        MediaTypes.Index,
        "application/vnd.docker.distribution.manifest.v2+json",
        "application/vnd.docker.distribution.manifest.list.v2+json",
        "*/*",
    ];
}
