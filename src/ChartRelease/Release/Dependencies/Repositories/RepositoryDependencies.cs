using System.Collections.Concurrent;
using ChartRelease.Oci;
using ChartRelease.Oci.Registry;

namespace ChartRelease.Release.Dependencies.Repositories;

/// <summary>Finds charts in repositories with an index.yaml, and fetches those that are files there. Each index is read once.</summary>
internal sealed class RepositoryDependencies(ReleaseOptions options, IReleaseLog log, TimeProvider time) : IDisposable
{
    private const int MaximumIndex = 256 * 1024 * 1024;

    private readonly Lazy<RepositoryLogins> _logins = new(() => RepositoryLogins.Read(options.Registry.Environment));
    private readonly ConcurrentDictionary<string, Lazy<OpenRepository>> _repositories = new(StringComparer.Ordinal);

    /// <summary>The address that an alias (<c>@NAME</c>, <c>alias:NAME</c>) stands for on this machine.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>: helm was told of no such repository.</exception>
    public string AddressOf(string alias)
    {
        var name = alias[(alias.StartsWith('@') ? 1 : alias.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return _logins.Value.ByName(name)?.Url ?? throw new ChartReleaseException(
            FailureReason.InvalidSettings, $"helm knows no repository \"{name}\" on this machine.", "A repository that helm repo list shows.", $"Run: helm repo add {name} URL");
    }

    /// <summary>Looks a version up.</summary>
    /// <returns>The address of its archive, and its digest as far as the index says.</returns>
    public async Task<(Uri Address, Digest? Digest)> FindAsync(string repository, string name, string version, CancellationToken cancellationToken)
    {
        var open = Open(repository);
        var index = await open.Index(cancellationToken).ConfigureAwait(false);
        var entry = index.Find(name, version) ?? throw NotListed(open, $"does not list {name} {version}");
        var address = entry.Urls.Count == 0 ? null : RepositoryAddress.Resolve(open.Address, entry.Urls[0]);
        return (address ?? throw NotListed(open, $"lists {name} {version} without a usable address"), DigestOf(entry, open));
    }

    /// <summary>Reads an archive.</summary>
    public Task<byte[]> GetAsync(string repository, Uri address, CancellationToken cancellationToken) =>
        Open(repository).Client.GetAsync(address, DependencyArchive.MaximumSize, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var repository in _repositories.Values)
        {
            repository.Value.Dispose();
        }
    }

    private OpenRepository Open(string repository) => _repositories.GetOrAdd(repository, url => new(() =>
    {
        var address = RepositoryAddress.Parse(url);
        var login = _logins.Value.ByUrl(url);
        var access = options.Registry with
        {
            CaFile = login?.CaFile ?? options.Registry.CaFile,
            InsecureSkipTlsVerify = login?.InsecureSkipTlsVerify ?? false,
        };
        return new OpenRepository(address, new RepositoryClient(address, login, access, log, time));
    })).Value;

    private static Digest? DigestOf(IndexEntry entry, OpenRepository open) => entry.Digest is not { } written ? null
        : Digest.TryParse(written, out var digest) || Digest.TryParse($"sha256:{written}", out digest) ? digest
        : throw NotListed(open, $"lists a digest that is none, \"{written}\"");

    private static ChartReleaseException NotListed(OpenRepository repository, string what) => new(
        FailureReason.NotFound,
        $"{SafeAddress.HostAndPath(RepositoryAddress.Index(repository.Address))} {what}.",
        "The version that Chart.lock names.",
        "Check the repository; if the version is gone for good, lock another one.");

    private sealed class OpenRepository(Uri address, RepositoryClient client) : IDisposable
    {
        private readonly SemaphoreSlim _turn = new(1, 1);
        private RepositoryIndex? _index;

        public Uri Address => address;

        public RepositoryClient Client => client;

        public void Dispose()
        {
            client.Dispose();
            _turn.Dispose();
        }

        public async Task<RepositoryIndex> Index(CancellationToken cancellationToken)
        {
            await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var file = RepositoryAddress.Index(address);
                return _index ??= RepositoryIndex.Parse(
                    await client.GetAsync(file, MaximumIndex, cancellationToken).ConfigureAwait(false), SafeAddress.HostAndPath(file));
            }
            finally
            {
                _turn.Release();
            }
        }
    }
}
