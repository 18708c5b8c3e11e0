using System.Collections.Concurrent;
using ChartRelease.Oci;
using ChartRelease.Oci.Registry;
using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Dependencies;

/// <summary>Fetches charts from registries, with the client that publishes to them.</summary>
internal sealed class OciDependencies(ReleaseOptions options, IReleaseLog log, TimeProvider time) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<RegistryReference, Lazy<RegistryTarget>> _targets = [];

    /// <summary>Resolves a tag and fetches the archive, unless the cache has it.</summary>
    /// <param name="reference">The registry and the path above the chart.</param>
    /// <param name="name">The chart.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="find">Looks for a digest in the cache.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>The archive in the cache, or its bytes.</returns>
    public async Task<(CachedArchive? Cached, byte[] Content)> FetchAsync(
        RegistryReference reference, string name, string tag, Func<Digest, CachedArchive?> find, CancellationToken cancellationToken)
    {
        var repository = _targets.GetOrAdd(reference, Open).Value.Repository(name);
        var manifest = await repository.ResolveAsync(tag, cancellationToken).ConfigureAwait(false) ?? throw new ChartReleaseException(
            FailureReason.NotFound, $"There is no {repository.Reference}:{tag}.", "A version that is published.", "Check name, version and repository.");
        var layer = ChartLayer.Find(manifest.Manifest) ?? throw NoChart($"{repository.Reference}:{tag} holds no chart archive");
        if (find(layer.Digest) is { } cached)
        {
            return (cached, []);
        }

        if (layer.Size > DependencyArchive.MaximumSize)
        {
            throw NoChart($"{repository.Reference}:{tag} has {layer.Size} bytes");
        }

        using var buffer = new MemoryStream((int)layer.Size);
        var content = await repository.FetchBlobAsync(layer, cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            await content.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        return (null, buffer.ToArray());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var target in _targets.Values)
        {
            await target.Value.DisposeAsync().ConfigureAwait(false);
        }
    }

    private Lazy<RegistryTarget> Open(RegistryReference reference) =>
        new(() => new RegistryTarget(reference, DependencyAccess.For(reference.Host, options), log, time));

    private static ChartReleaseException NoChart(string found) => new(
        FailureReason.RegistryError, $"{found}.", $"A chart archive of at most {DependencyArchive.MaximumSize} bytes.", "Check name, version and repository.");
}
