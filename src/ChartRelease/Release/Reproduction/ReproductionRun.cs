using ChartRelease.Git;
using ChartRelease.Oci;
using ChartRelease.Release.Dependencies;
using ChartRelease.Release.Engines;
using ChartRelease.Release.Selection;

namespace ChartRelease.Release.Reproduction;

/// <summary>Rebuilds published charts from their commits and compares. It writes to no target and not to the repository.</summary>
/// <param name="options">The settings of the run.</param>
/// <param name="targets">Where the charts are published.</param>
/// <param name="engine">Who packages.</param>
/// <param name="dependencies">Fetches dependencies that are locked and missing.</param>
/// <param name="deadlines">How long what is done for one chart version at one target may take.</param>
/// <param name="log">Gets what the steps tell.</param>
internal sealed class ReproductionRun(
    ReleaseOptions options, Targets targets, IReleaseEngine engine, DependencyStage dependencies, Deadlines deadlines, IReleaseLog log)
{
    /// <summary>Finds the versions that are meant at every target, and rebuilds each.</summary>
    /// <returns>What was found out; one failure does not stop the others.</returns>
    /// <exception cref="ChartReleaseException">The settings ask for nothing that could be looked for, or there is no repository.</exception>
    public async Task<ReproductionReport> RunAsync(CancellationToken cancellationToken)
    {
        var versions = VersionSelection.Parse(options.Selection.Versions);
        var repository = await GitRepository.OpenAsync(options.WorkingDirectory, cancellationToken).ConfigureAwait(false);
        var reproducer = new Reproducer(repository, new ChartRebuild(repository, engine, dependencies, options), options.Selection.Commit, log);
        var (charts, failures) = (new List<ReproducedChart>(), new List<Failure>());
        foreach (var (name, target) in targets.All)
        {
            var selected = await new PublishedCharts(options, "--registry").SelectAsync(target, cancellationToken).ConfigureAwait(false);
            var (found, missing) = await new PublishedVersions(target, versions, options.Registry.Parallelism, deadlines, log)
                .FindAsync(selected, cancellationToken).ConfigureAwait(false);
            failures.AddRange(missing);
            charts.AddRange(await ReproduceAsync(reproducer, found, name, target, cancellationToken).ConfigureAwait(false));
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new ReproductionReport(charts, failures);
    }

    private async Task<IEnumerable<ReproducedChart>> ReproduceAsync(
        Reproducer reproducer, IReadOnlyList<PublishedVersion> versions, string name, IReleaseTarget target, CancellationToken cancellationToken)
    {
        var results = await Steps.TakeAsync(
            versions,
            options.Registry.Parallelism,
            (version, stop) => deadlines.RunAsync(
                Reference(target, version), token => reproducer.ReproduceAsync(version, name, target.Repository(version.Chart), token), stop),
            cancellationToken).ConfigureAwait(false);
        return versions.Zip(results, (version, result) => result.Result ?? new ReproducedChart
        {
            Chart = version.Chart,
            Version = version.Version.ToString(),
            Target = name,
            Reference = Reference(target, version),
            Outcome = ReproductionOutcome.Failed,
            Failure = result.Failure,
        });
    }

    private static string Reference(IReleaseTarget target, PublishedVersion version) => $"{target.Repository(version.Chart).Reference}:{version.Tag}";
}
