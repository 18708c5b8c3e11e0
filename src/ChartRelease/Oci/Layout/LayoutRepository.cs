using System.Runtime.CompilerServices;
using ChartRelease.Oci.Referrers;

namespace ChartRelease.Oci.Layout;

/// <summary>One chart's image layout on disk, as strict as a registry: verified when written and when read, one writer at a time.</summary>
internal sealed class LayoutRepository : IRepository, IDisposable
{
    private readonly LayoutFolder _folder;
    private readonly LayoutManifests _manifests;
    private readonly LayoutReferrers _referrers;
    private readonly string _lockPath;
    private readonly TimeSpan _patience;
    private readonly IReleaseLog _log;

    // Spares charts of this process the polling that waiting for the file takes.
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile bool _isTidy;

    public LayoutRepository(string reference, string path, IReleaseLog log, TimeSpan patience)
    {
        (Reference, _log, _patience) = (reference, log, patience);
        _folder = new LayoutFolder(path);
        _manifests = new LayoutManifests(_folder, reference);
        _referrers = new LayoutReferrers(_folder, _manifests);
        _lockPath = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.lock");
    }

    /// <inheritdoc/>
    public string Reference { get; }

    /// <inheritdoc/>
    public async Task<ManifestContent?> ResolveAsync(string tag, CancellationToken cancellationToken)
    {
        var index = await _folder.ReadIndexAsync(cancellationToken).ConfigureAwait(false);
        if (Find(index, tag) is not { } descriptor)
        {
            return null;
        }

        return descriptor.MediaType != MediaTypes.Manifest
            ? throw _folder.Damaged($"{tag} is of media type \"{descriptor.MediaType}\", not an image manifest.")
            : await _manifests.ReadAsync(descriptor, cancellationToken).ConfigureAwait(false)
                ?? throw _folder.Damaged($"the manifest {descriptor.Digest} of {tag} is missing.");
    }

    /// <inheritdoc/>
    public async Task<ManifestContent> FetchManifestAsync(Digest digest, CancellationToken cancellationToken)
    {
        _ = await _folder.ReadIndexAsync(cancellationToken).ConfigureAwait(false);
        var size = _folder.Blobs.SizeOrNull(digest) ?? throw _manifests.NotFound($"manifest {digest}");
        return await _manifests.ReadAsync(new Descriptor(MediaTypes.Manifest, digest, size), cancellationToken).ConfigureAwait(false)
            ?? throw _manifests.NotFound($"manifest {digest}");
    }

    /// <inheritdoc/>
    public Task<Stream> FetchBlobAsync(Descriptor descriptor, CancellationToken cancellationToken) =>
        Task.FromResult(_folder.Blobs.OpenOrNull(descriptor) ?? throw _manifests.NotFound($"blob {descriptor.Digest}"));

    /// <inheritdoc/>
    public Task<bool> ExistsAsync(Descriptor descriptor, CancellationToken cancellationToken) =>
        _folder.Blobs.ContainsAsync(descriptor, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> PushBlobAsync(Blob blob, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(blob.Descriptor, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        // Only the index needs the lock: a blob has its name when it is whole, and two writers of one blob write the same.
        if (await _folder.ReadIndexAsync(cancellationToken).ConfigureAwait(false) is null || !_isTidy)
        {
            _ = await WriteAsync(_ => Task.FromResult(true), cancellationToken).ConfigureAwait(false);
        }

        await _folder.Blobs.WriteAsync(blob, cancellationToken).ConfigureAwait(false);
        _log.Write(ReleaseLogLevel.Debug, $"{Reference}: wrote {blob.Descriptor.MediaType} {blob.Descriptor.Digest}, {blob.Descriptor.Size} bytes.");
        return true;
    }

    /// <inheritdoc/>
    public async Task PushManifestAsync(Blob manifest, string tag, CancellationToken cancellationToken)
    {
        if (!Tag.IsValid(tag))
        {
            throw InvalidTag(tag);
        }

        var content = await _manifests.RequireBlobsAsync(manifest, cancellationToken).ConfigureAwait(false);
        if (await IsTaggedAsync(await _folder.ReadIndexAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false))
        {
            return;
        }

        _ = await WriteAsync(async index =>
        {
            // Asked again under the lock: another process may have published this version since the plan was made.
            if (!await IsTaggedAsync(index).ConfigureAwait(false) && !await HasSameContentAsync(index, tag, content, cancellationToken).ConfigureAwait(false))
            {
                await StoreAsync(manifest, cancellationToken).ConfigureAwait(false);
                await _folder.WriteIndexAsync(index.WithTag(tag, manifest.Descriptor), cancellationToken).ConfigureAwait(false);
                _log.Write(ReleaseLogLevel.Debug, $"{Reference}: tag {tag} now points to {manifest.Descriptor.Digest}.");
            }

            return true;
        }, cancellationToken).ConfigureAwait(false);

        async Task<bool> IsTaggedAsync(LayoutIndex? index) =>
            Find(index, tag) == manifest.Descriptor && await ExistsAsync(manifest.Descriptor, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task PushManifestAsync(Blob manifest, CancellationToken cancellationToken)
    {
        _ = await _manifests.RequireBlobsAsync(manifest, cancellationToken).ConfigureAwait(false);
        if (await IsListedAsync(await _folder.ReadIndexAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false))
        {
            return;
        }

        _ = await WriteAsync(async index =>
        {
            if (!await IsListedAsync(index).ConfigureAwait(false))
            {
                await StoreAsync(manifest, cancellationToken).ConfigureAwait(false);
                await _folder.WriteIndexAsync(index.WithManifest(manifest.Descriptor), cancellationToken).ConfigureAwait(false);
                _log.Write(ReleaseLogLevel.Debug, $"{Reference}: now holds {manifest.Descriptor.Digest}.");
            }

            return true;
        }, cancellationToken).ConfigureAwait(false);

        async Task<bool> IsListedAsync(LayoutIndex? index) =>
            _referrers.Entries(index).Contains(manifest.Descriptor) && await ExistsAsync(manifest.Descriptor, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Referrer> ListReferrersAsync(
        Digest subject, string? artifactType, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var index = await _folder.ReadIndexAsync(cancellationToken).ConfigureAwait(false);
        foreach (var descriptor in _referrers.Entries(index))
        {
            if (await _referrers.ReadAsync(descriptor, cancellationToken).ConfigureAwait(false) is { } entry
                && entry.Subject == subject && (artifactType is null || entry.Referrer.ArtifactType == artifactType))
            {
                yield return entry.Referrer;
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListTagsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var index = await _folder.ReadIndexAsync(cancellationToken).ConfigureAwait(false);
        foreach (var tag in index?.Tags ?? [])
        {
            yield return tag;
        }
    }

    /// <summary>Fails when the layout could not be written to, and leaves nothing behind.</summary>
    public async Task ProveWritableAsync(CancellationToken cancellationToken)
    {
        var index = await _folder.ReadIndexAsync(cancellationToken).ConfigureAwait(false);
        WriteProbe.Run(_lockPath);
        if (index is not null)
        {
            WriteProbe.Run(Path.Combine(_folder.Path, "index.json"));
            WriteProbe.Run(_folder.Blobs.PathOf(Digest.Of([])));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task StoreAsync(Blob manifest, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(manifest.Descriptor, cancellationToken).ConfigureAwait(false))
        {
            await _folder.Blobs.WriteAsync(manifest, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<T> WriteAsync<T>(Func<LayoutIndex, Task<T>> write, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var held = await LayoutLock.AcquireAsync(_lockPath, _patience, cancellationToken).ConfigureAwait(false);
            var index = await _folder.ReadIndexAsync(cancellationToken).ConfigureAwait(false);
            if (!_isTidy)
            {
                _folder.DeleteLeftovers();
                _isTidy = true;
            }

            if (index is null)
            {
                await _folder.CreateAsync(cancellationToken).ConfigureAwait(false);
                index = LayoutIndex.Parse(LayoutIndex.EmptyBytes.ToArray());
            }

            return await write(index).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private Descriptor? Find(LayoutIndex? index, string tag)
    {
        try
        {
            return index?.Find(tag);
        }
        catch (FormatException exception)
        {
            throw _folder.Damaged($"index.json: {exception.Message}", exception);
        }
    }

    private async Task<bool> HasSameContentAsync(LayoutIndex index, string tag, OciManifest content, CancellationToken cancellationToken)
    {
        if (Find(index, tag) is not { } descriptor)
        {
            return false;
        }

        var published = await _manifests.ReadAsync(descriptor, cancellationToken).ConfigureAwait(false) ?? throw _manifests.NotFound($"manifest {descriptor.Digest}");
        return published.Manifest.HasContentOf(content) ? true : throw new ChartReleaseException(
            FailureReason.VersionConflict,
            $"{Reference}:{tag} holds other content, {descriptor.Digest}: another publisher has written this version.",
            "A version that is absent, or published with the same content: a published version never changes.",
            "Raise the version with ./build.sh --target=BumpVersion --bump=patch.");
    }

    private static ChartReleaseException InvalidTag(string tag) => new(
        FailureReason.InvalidReference,
        $"\"{tag}\" is not a tag.",
        $"At most {Tag.MaxLength} letters, digits, dots, hyphens and underscores.",
        "Correct the version of the chart.");
}
