using System.Collections.Concurrent;
using ChartRelease.Charts;
using ChartRelease.Charts.Dependencies;
using ChartRelease.Oci;
using ChartRelease.Release.Dependencies.Repositories;

namespace ChartRelease.Release.Dependencies;

/// <summary>
/// Fetches locked dependencies, each once in a run, whoever asks: from registries and from repositories with an index.yaml. What the cache holds
/// by digest is not sent again; which digest it is, is asked in every run. Safe for several threads.
/// </summary>
internal sealed class RemoteDependencies : IAsyncDisposable
{
    private readonly OciDependencies _registries;
    private readonly RepositoryDependencies _repositories;
    private readonly DependencyCache? _cache;
    private readonly DependencyScratch _scratch;
    private readonly IReleaseLog _log;
    private readonly ConcurrentDictionary<(string Repository, string Name, string Version), Lazy<Task<CachedArchive>>> _asked = [];

    /// <summary>Prepares; nothing is asked yet.</summary>
    /// <param name="options">The settings of the run.</param>
    /// <param name="scratch">Takes what the user's cache cannot.</param>
    /// <param name="log">Gets a line for each dependency and each request.</param>
    /// <param name="time">Times the retries.</param>
    public RemoteDependencies(ReleaseOptions options, DependencyScratch scratch, IReleaseLog log, TimeProvider time)
    {
        _registries = new OciDependencies(options, log, time);
        _repositories = new RepositoryDependencies(options, log, time);
        _cache = DependencyCache.FolderOf(options.Registry.Environment) is { } folder ? new DependencyCache(folder) : null;
        (_scratch, _log) = (scratch, log);
    }

    /// <summary>Fetches one.</summary>
    /// <param name="locked">What Chart.lock says.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <exception cref="ChartReleaseException">It cannot be fetched, or is not what was locked.</exception>
    public async Task<CachedArchive> FetchAsync(ChartDependency locked, CancellationToken cancellationToken)
    {
        var key = (locked.Repository!, locked.Name, locked.Version!);
        var asked = _asked.GetOrAdd(key, _ => new Lazy<Task<CachedArchive>>(() => FetchOnceAsync(locked, cancellationToken)));
        try
        {
            return await asked.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // A failure is not kept: who stopped asking, or failed for now, must not decide for the others.
            _asked.TryRemove(KeyValuePair.Create(key, asked));
            if (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                return await FetchAsync(locked, cancellationToken).ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _repositories.Dispose();
        await _registries.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<CachedArchive> FetchOnceAsync(ChartDependency locked, CancellationToken cancellationToken)
    {
        _log.Write(ReleaseLogLevel.Information, $"Dependency {locked.Name} {locked.Version} from {RepositoryAddress.Shown(locked.Repository!)}");
        var archive = await GetAsync(locked, cancellationToken).ConfigureAwait(false);
        DependencyArchive.Check(archive, locked);
        return archive;
    }

    private Task<CachedArchive> GetAsync(ChartDependency locked, CancellationToken cancellationToken)
    {
        var repository = RepositoryAlias.Is(locked.Repository) ? _repositories.AddressOf(locked.Repository!) : locked.Repository!;
        return repository.StartsWith(RegistryReference.Scheme, StringComparison.Ordinal)
            ? FromRegistryAsync(repository, locked.Name, Tag.FromVersion(locked.Version!), cancellationToken)
            : FromRepositoryAsync(repository, locked, cancellationToken);
    }

    private async Task<CachedArchive> FromRegistryAsync(string repository, string name, string tag, CancellationToken cancellationToken)
    {
        var reference = RegistryReference.ParseHost(repository);
        var (place, archive) = await _registries.FindAsync(reference, name, tag, cancellationToken).ConfigureAwait(false);
        return Find(archive.Digest) ?? Keep(await OciDependencies.GetAsync(place, archive, cancellationToken).ConfigureAwait(false));
    }

    private async Task<CachedArchive> FromRepositoryAsync(string repository, ChartDependency locked, CancellationToken cancellationToken)
    {
        var (address, digest) = await _repositories.FindAsync(repository, locked.Name, locked.Version!, cancellationToken).ConfigureAwait(false);
        if (address.Scheme == "oci")
        {
            // Some indexes list charts that are in a registry, which has digests of its own.
            var (parent, name, tag) = OciAddress.Split(address.OriginalString);
            return await FromRegistryAsync(parent, name, tag ?? Tag.FromVersion(locked.Version!), cancellationToken).ConfigureAwait(false);
        }

        if (digest is not null && Find(digest) is { } cached)
        {
            return cached;
        }

        var content = await _repositories.GetAsync(repository, address, cancellationToken).ConfigureAwait(false);
        return digest is null || ContentCheck.IsDigestOf(digest, content)
            ? Keep(content)
            : throw ContentCheck.Mismatch(address.GetLeftPart(UriPartial.Path), $"its digest is {Digest.Of(content)}", $"Bytes with the digest {digest}, which the index lists.");
    }

    private CachedArchive? Find(Digest digest) => _cache?.Find(digest);

    // A cache saves downloads; where it cannot be written, the release goes on without it.
    private CachedArchive Keep(byte[] content)
    {
        try
        {
            return (_cache ?? _scratch.Archives).Add(content);
        }
        catch (ChartReleaseException exception) when (_cache is not null && exception.Reason == FailureReason.CannotWrite)
        {
            _log.Write(ReleaseLogLevel.Warning, $"The cache of dependencies is not used: {exception.Failure.Found}");
            return _scratch.Archives.Add(content);
        }
    }
}
