using Cake.ChartRelease.Helm;
using Cake.Core;
using ChartRelease;
using ChartRelease.Release;
using ChartRelease.Tools;

namespace Cake.Frosting.ChartRelease;

/// <summary>Finds helm when it is first needed, and only then.</summary>
internal sealed class HelmProvider(ICakeContext context, ReleaseOptions options, IReleaseLog log)
{
    private readonly Lock _gate = new();
    private Task<IHelmClient>? _helm;

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
        var helm = await locator.LocateAsync(options.Helm, cancellationToken);
        log.Write(ReleaseLogLevel.Verbose, $"helm {helm.Version} from {helm.Origin}: {helm.Path}");
        return new HelmClient(context, helm.Path, helm.Version);
    }
}
