using Cake.ChartRelease.Helm;
using Cake.Core;
using ChartRelease;
using ChartRelease.Release;
using ChartRelease.Tools;

namespace Cake.ChartRelease;

/// <summary>Finds helm when it is first needed, and only then. Safe for concurrent use.</summary>
/// <param name="context">Runs helm's processes.</param>
/// <param name="options">The settings of the run: a helm that they name is used, else one is found, or fetched into <c>.tools</c>.</param>
/// <param name="log">Told which helm it is.</param>
public sealed class HelmProvider(ICakeContext context, ReleaseOptions options, IReleaseLog log)
{
    private readonly Lock _gate = new();
    private Task<IHelmClient>? _helm;

    /// <summary>The helm of this run.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.ToolUnavailable"/>.</exception>
    public Task<IHelmClient> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _helm ??= FindAsync(cancellationToken);
        }
    }

    private async Task<IHelmClient> FindAsync(CancellationToken cancellationToken)
    {
        var root = RepositoryRoot.Find(options.WorkingDirectory) ?? options.WorkingDirectory;
        var locator = new HelmLocator(new ToolCache(Path.Combine(root, ".tools"), log), log);
        var helm = await locator.LocateAsync(options.Helm, cancellationToken).ConfigureAwait(false);
        log.Write(ReleaseLogLevel.Verbose, $"helm {helm.Version} from {helm.Origin}: {helm.Path}");
        return new HelmClient(context, helm.Path, helm.Version);
    }
}
