namespace ChartRelease.Oci.Layout;

/// <summary>The manifests among a layout's blobs.</summary>
/// <param name="folder">The layout.</param>
/// <param name="reference">The layout as users write it.</param>
internal sealed class LayoutManifests(LayoutFolder folder, string reference)
{
    // https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests
    private const int Largest = 4 * 1024 * 1024;

    /// <summary>Reads a manifest, or <see langword="null"/> when it is not there.</summary>
    public async Task<ManifestContent?> ReadAsync(Descriptor descriptor, CancellationToken cancellationToken) =>
        await ReadBytesAsync(descriptor, cancellationToken).ConfigureAwait(false) is { } bytes
            ? new ManifestContent(descriptor, bytes, OciManifestJson.Parse(bytes, $"{reference}@{descriptor.Digest}"))
            : null;

    /// <summary>The same without asking what it says.</summary>
    public async Task<byte[]?> ReadBytesAsync(Descriptor descriptor, CancellationToken cancellationToken)
    {
        using var stream = folder.Blobs.OpenOrNull(descriptor);
        return stream is null ? null : await ReadAsync(stream, descriptor, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Fails unless everything is there that a manifest to be stored names.</summary>
    public async Task<OciManifest> RequireBlobsAsync(Blob blob, CancellationToken cancellationToken)
    {
        using var stream = new VerifyingStream(
            await blob.OpenAsync(cancellationToken).ConfigureAwait(false), blob.Descriptor, "The manifest to be stored");
        var manifest = OciManifestJson.Parse(await ReadAsync(stream, blob.Descriptor, cancellationToken).ConfigureAwait(false), reference);
        foreach (var descriptor in manifest.Layers.Prepend(manifest.Config))
        {
            if (!await folder.Blobs.ContainsAsync(descriptor, cancellationToken).ConfigureAwait(false))
            {
                throw NotFound($"blob {descriptor.Digest} that the manifest names");
            }
        }

        return manifest;
    }

    /// <summary>The failure of what should be there.</summary>
    public ChartReleaseException NotFound(string what) => new(
        FailureReason.NotFound,
        $"{reference} has no {what}.",
        "Content that was published there before.",
        "Publish again: what is missing is written.");

    private async Task<byte[]> ReadAsync(Stream stream, Descriptor descriptor, CancellationToken cancellationToken)
    {
        if (descriptor.Size > Largest)
        {
            throw folder.Damaged($"the manifest {descriptor.Digest} has {descriptor.Size} bytes, more than {Largest}.");
        }

        using var buffer = new MemoryStream((int)descriptor.Size);
        await stream.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        return buffer.ToArray();
    }
}
