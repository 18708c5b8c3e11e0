using ChartRelease.Charts;
using ChartRelease.Git;
using ChartRelease.Release.Dependencies;
using ChartRelease.Release.Engines;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Reading;

namespace ChartRelease.Release.Reproduction;

/// <summary>Packages a chart of any commit as a release of that commit would, without checking it out.</summary>
/// <param name="repository">The repository.</param>
/// <param name="engine">Who packages.</param>
/// <param name="dependencies">Fetches what is locked and missing.</param>
/// <param name="options">Where charts are looked for, and which versions were set for the build.</param>
internal sealed class ChartRebuild(GitRepository repository, IReleaseEngine engine, DependencyStage dependencies, ReleaseOptions options)
{
    /// <summary>Packages the chart.</summary>
    /// <param name="name">The chart's name.</param>
    /// <param name="commit">Full id of the commit.</param>
    /// <param name="folder">Full path of the folder that gets the archive.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ChartReleaseException">The commit has no such chart, or one that cannot be packaged.</exception>
    public async Task<PackagedChart> BuildAsync(string name, string commit, string folder, CancellationToken cancellationToken)
    {
        var tree = await repository.ReadTreeAsync(commit, folders: null, cancellationToken).ConfigureAwait(false);
        var committed = repository.OpenSource(tree);
        await using (committed.ConfigureAwait(false))
        {
            var state = new RepositoryState(repository, tree, [RebuiltFolder.Find(name, options.Selection.Folders, committed)], Changes: []);
            var reader = new ReleaseReader(state, new CommittedCharts(committed), allowDirty: false, dependencies, other => Find(other, committed));
            var source = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var sourced = source.Charts[0];
            var built = ChartVersionOverride.Apply(sourced.Chart, options.Bump.ChartVersion, options.Bump.AppVersion);
            return await engine.PackageAsync(sourced with { Chart = built }, folder, cancellationToken).ConfigureAwait(false);
        }
    }

    private Chart? Find(string name, GitChartSource committed)
    {
        try
        {
            return new CommittedCharts(committed).Read(RebuiltFolder.Find(name, options.Selection.Folders, committed));
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.ChartNotFound)
        {
            return null;
        }
    }
}
