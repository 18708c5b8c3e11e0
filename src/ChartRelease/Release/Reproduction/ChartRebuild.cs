using ChartRelease.Charts;
using ChartRelease.Git;
using ChartRelease.Release.Engines;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Reading;

namespace ChartRelease.Release.Reproduction;

/// <summary>Packages a chart of any commit, without checking it out.</summary>
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
            var path = RebuiltFolder.Find(name, options.Selection.Folders, committed);
            var chart = await dependencies.CompleteAsync(ChartReader.Read(committed, path), cancellationToken).ConfigureAwait(false);
            var built = ChartVersionOverride.Apply(chart, options.Bump.ChartVersion, options.Bump.AppVersion);

            // Git names the root ".", charts name it "".
            var key = path.Length == 0 ? "." : path;
            var commits = await repository.LastCommitsAsync(commit, [key], cancellationToken).ConfigureAwait(false);
            var origin = new ChartOrigin(commits[key].Id, commits[key].CommitterTime);
            return await engine.PackageAsync(new SourcedChart(built, origin), folder, cancellationToken).ConfigureAwait(false);
        }
    }
}
