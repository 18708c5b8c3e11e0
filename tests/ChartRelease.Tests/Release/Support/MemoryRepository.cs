using System.Collections.Concurrent;
using ChartRelease.Oci;
using ChartRelease.Oci.Referrers;

namespace ChartRelease.Tests.Release.Support;

/// <summary>A repository in memory whose content a test may damage.</summary>
internal sealed class MemoryRepository(string reference = "oci://registry.example/charts/app") : IRepository
{
    private readonly ConcurrentDictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> _manifests = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> _pushed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Digest> _tags = new(StringComparer.Ordinal);

    public string Reference => reference;

    /// <summary>What was asked to be written, in order.</summary>
    public ConcurrentQueue<string> Writes { get; } = [];

    /// <summary>Puts other bytes in the place of a blob.</summary>
    public void Damage(Digest blob, byte[] content) => _blobs[blob.Value] = content;

    /// <summary>Puts other bytes in the place of a manifest; the tag still gives the old ones.</summary>
    public void DamageManifest(Digest manifest, byte[] content) => _manifests[manifest.Value] = content;

    /// <summary>The bytes that tags give, when they differ from those by digest.</summary>
    public byte[]? ByTag { get; set; }

    /// <summary>Happens after a manifest was stored.</summary>
    public Action<MemoryRepository>? OnManifest { get; set; }

    /// <summary>Changes the list of a subject's referrers.</summary>
    public Func<Digest, IEnumerable<Referrer>, IEnumerable<Referrer>> Listed { get; set; } = static (_, all) => all;

    public Task<ManifestContent?> ResolveAsync(string tag, CancellationToken cancellationToken) =>
        Task.FromResult(_tags.TryGetValue(tag, out var digest) ? Content(ByTag ?? _manifests[digest.Value], digest) : null);

    public Task<ManifestContent> FetchManifestAsync(Digest digest, CancellationToken cancellationToken) =>
        Task.FromResult(Content(_manifests[digest.Value], digest));

    public Task<Stream> FetchBlobAsync(Descriptor descriptor, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new MemoryStream(_blobs[descriptor.Digest.Value], writable: false));

    public Task<bool> ExistsAsync(Descriptor descriptor, CancellationToken cancellationToken) =>
        Task.FromResult(_blobs.ContainsKey(descriptor.Digest.Value));

    public async Task<bool> PushBlobAsync(Blob blob, CancellationToken cancellationToken)
    {
        Writes.Enqueue($"blob {blob.Descriptor.MediaType}");
        return _blobs.TryAdd(blob.Descriptor.Digest.Value, await ReadAsync(blob, cancellationToken));
    }

    public async Task PushManifestAsync(Blob manifest, string tag, CancellationToken cancellationToken)
    {
        Writes.Enqueue($"manifest {tag}");
        _manifests[manifest.Descriptor.Digest.Value] = _pushed[manifest.Descriptor.Digest.Value] = await ReadAsync(manifest, cancellationToken);
        _tags[tag] = manifest.Descriptor.Digest;
        OnManifest?.Invoke(this);
    }

    public async Task PushManifestAsync(Blob manifest, CancellationToken cancellationToken)
    {
        Writes.Enqueue($"manifest {manifest.Descriptor.Digest}");
        _manifests[manifest.Descriptor.Digest.Value] = _pushed[manifest.Descriptor.Digest.Value] = await ReadAsync(manifest, cancellationToken);
    }

    public IAsyncEnumerable<Referrer> ListReferrersAsync(Digest subject, string? artifactType, CancellationToken cancellationToken)
    {
        var all = _pushed
            .Select(entry => Content(entry.Value, Digest.Parse(entry.Key)))
            .Where(content => content.Manifest.Subject?.Digest == subject)
            .Select(content => Referrer.Of(content.Descriptor, content.Manifest))
            .Where(entry => artifactType is null || entry.ArtifactType == artifactType)
            .OrderBy(entry => entry.Manifest.Digest.Value, StringComparer.Ordinal);
        return Listed(subject, all).ToAsyncEnumerable();
    }

    public IAsyncEnumerable<string> ListTagsAsync(CancellationToken cancellationToken) => _tags.Keys.ToAsyncEnumerable();

    private ManifestContent Content(byte[] bytes, Digest digest) =>
        new(new Descriptor(MediaTypes.Manifest, digest, bytes.Length), bytes, OciManifestJson.Parse(bytes, reference));

    private static async Task<byte[]> ReadAsync(Blob blob, CancellationToken cancellationToken)
    {
        await using var stream = await blob.OpenAsync(cancellationToken);
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }
}
