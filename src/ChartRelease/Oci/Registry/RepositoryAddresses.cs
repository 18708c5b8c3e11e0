namespace ChartRelease.Oci.Registry;

/// <summary>Addresses of one repository (<see href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#endpoints"/>).</summary>
internal sealed class RepositoryAddresses(RegistryEndpoint endpoint, string name)
{
    private readonly Uri _base = new(endpoint.Root, $"v2/{name}/");

    /// <summary>The repository, <c>PATH/NAME</c>.</summary>
    public string Name => name;

    /// <summary>Where uploads begin.</summary>
    public Uri Uploads { get; } = new(endpoint.Root, $"v2/{name}/blobs/uploads/");

    /// <summary>The first page of tags.</summary>
    public Uri Tags => new(_base, "tags/list");

    /// <summary>A manifest by tag or digest.</summary>
    public Uri Manifest(string reference) => new(_base, $"manifests/{reference}");

    /// <summary>The first page of the referrers of a manifest.</summary>
    public Uri Referrers(Digest subject, string? artifactType) =>
        new(_base, $"referrers/{subject}{(artifactType is null ? "" : "?artifactType=" + Uri.EscapeDataString(artifactType))}");

    /// <summary>A blob.</summary>
    public Uri Blob(Digest digest) => new(_base, $"blobs/{digest}");

    /// <summary>Begins an upload, unless a repository of this registry has the blob.</summary>
    public Uri Mount(Digest digest, string from) => new(Uploads, $"?mount={Uri.EscapeDataString(digest.Value)}&from={Uri.EscapeDataString(from)}");

    /// <summary>The name of another repository of this registry.</summary>
    /// <param name="reference">A repository as <see cref="IRepository.Reference"/> shows it.</param>
    /// <returns><see langword="null"/> when it is on another registry, or no registry, or this repository itself.</returns>
    public string? Sibling(string? reference)
    {
        var registry = $"{RegistryReference.Scheme}{endpoint.Host}/";
        return reference is not null && reference.StartsWith(registry, StringComparison.Ordinal) && reference[registry.Length..] is var other && other != name
            ? other
            : null;
    }

    /// <summary>Ends an upload. The session's address may have a query already, which must stay as it is.</summary>
    public static Uri WithDigest(Uri session, Digest digest) =>
        new(session.AbsoluteUri + (session.Query.Length > 1 ? "&" : session.Query.Length == 1 ? "" : "?") + "digest=" + Uri.EscapeDataString(digest.Value));
}
