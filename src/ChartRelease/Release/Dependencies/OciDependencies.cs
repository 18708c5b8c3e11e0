using System.Collections.Concurrent;
using ChartRelease.Oci;
using ChartRelease.Oci.Registry;
using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Dependencies;

/// <summary>Fetches charts from registries, with the client that publishes to them.</summary>
internal sealed class OciDependencies(ReleaseOptions options, IReleaseLog log, TimeProvider time) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<RegistryReference, Lazy<RegistryTarget>> _targets = [];

    /// <summary>Resolves a tag.</summary>
    /// <param name="reference">The registry and the path above the chart.</param>
    /// <param name="name">The chart.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>The repository, and the archive in it.</returns>
    /// <exception cref="NotPublishedException">The registry does not have it.</exception>
    public async Task<(IRepository Repository, Descriptor Archive)> FindAsync(
        RegistryReference reference, string name, string tag, CancellationToken cancellationToken)
    {
        var repository = _targets.GetOrAdd(reference, Open).Value.Repository(name);
        var manifest = await repository.ResolveAsync(tag, cancellationToken).ConfigureAwait(false) ?? throw new NotPublishedException($"{repository.Reference}:{tag}");
        return ChartLayer.Find(manifest.Manifest) switch
        {
            null => throw NoChart($"{repository.Reference}:{tag} holds no chart archive"),
            { Size: > DependencyArchive.MaximumSize } layer => throw NoChart($"{repository.Reference}:{tag} has {layer.Size} bytes"),
            var layer => (repository, layer),
        };
    }

    /// <summary>Reads an archive.</summary>
    public static async Task<byte[]> GetAsync(IRepository repository, Descriptor archive, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream((int)archive.Size);
        var content = await repository.FetchBlobAsync(archive, cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            await content.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        return buffer.ToArray();
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
