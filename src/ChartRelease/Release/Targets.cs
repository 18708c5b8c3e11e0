using ChartRelease.Oci;
using ChartRelease.Oci.Layout;
using ChartRelease.Oci.Registry;
using ChartRelease.Release.Progress;

namespace ChartRelease.Release;

/// <summary>The targets of a run, opened when they are first needed.</summary>
/// <param name="options">The settings.</param>
/// <param name="root">Full path of the repository root, which relative layout folders start from.</param>
/// <param name="log">Gets what the targets tell.</param>
/// <param name="progress">Gets each repetition of a request.</param>
internal sealed class Targets(ReleaseOptions options, string root, IReleaseLog log, IReleaseProgress progress) : IAsyncDisposable
{
    private Dictionary<string, IReleaseTarget>? _open;

    /// <summary>The open targets by their <see cref="TargetReference.Value"/>, in the order of the settings.</summary>
    public IReadOnlyDictionary<string, IReleaseTarget> All => _open ??= options.Registries.ToDictionary(target => target.Value, Open);

    /// <summary>Whether a target is a registry that speaks HTTP.</summary>
    public bool UsesPlainHttp(string name) => All.GetValueOrDefault(name) is RegistryTarget { UsesPlainHttp: true };

    /// <summary>What the helm client needs to reach a target; <see langword="null"/> when it is no registry.</summary>
    public async Task<HelmRegistryAccess?> HelmAccessAsync(IReleaseTarget target, CancellationToken cancellationToken)
    {
        if (target is not RegistryTarget registry)
        {
            return null;
        }

        // What stands in a credential file helm finds by itself, and refreshes by itself.
        var credential = await registry.FindCredentialAsync(cancellationToken).ConfigureAwait(false);
        var given = credential is { IsStored: false } ? credential : null;
        return new HelmRegistryAccess(
            (RegistryReference)registry.Reference, registry.UsesPlainHttp, options.Registry.CaFile, given?.Username, given?.Secret)
        {
            InsecureSkipTlsVerify = options.Registry.InsecureSkipTlsVerify && !registry.UsesPlainHttp,
        };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var target in _open?.Values ?? Enumerable.Empty<IReleaseTarget>())
        {
            await target.DisposeAsync().ConfigureAwait(false);
        }
    }

    private IReleaseTarget Open(TargetReference reference) => reference switch
    {
        LayoutReference layout => new LayoutTarget(layout, root, log),
        RegistryReference registry => OpenRegistry(registry),
        _ => throw new ArgumentOutOfRangeException(nameof(reference), reference, "No such target."),
    };

    private RegistryTarget OpenRegistry(RegistryReference registry)
    {
        if (registry.Lowered)
        {
            log.Write(ReleaseLogLevel.Warning, $"Repository names have no upper-case letters: publishing to {registry.Value}.");
        }

        return new RegistryTarget(registry, options.Registry, log, TimeProvider.System)
        {
            OnRetry = repository => progress.Report(new RequestRepeated(repository)),
        };
    }
}
