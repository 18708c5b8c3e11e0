using ChartRelease.Charts;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.Bumping.Journal;
using ChartRelease.Release.Dependencies;
using ChartRelease.Versioning;

namespace ChartRelease.Release.Reading;

/// <summary>Reads the charts of a repository as they would be released.</summary>
/// <param name="state">The repository.</param>
/// <param name="committed">The committed charts.</param>
/// <param name="allowDirty">Whether uncommitted changes are released too.</param>
/// <param name="dependencies">Fetches what is locked and missing.</param>
/// <param name="elsewhere">Finds a chart of the same commit by its name that is not read here; <see langword="null"/> when none counts.</param>
internal sealed class ReleaseReader(
    RepositoryState state, CommittedCharts committed, bool allowDirty, DependencyStage dependencies, Func<string, Chart?>? elsewhere = null)
{
    public async Task<ReleaseSource> ReadAsync(CancellationToken cancellationToken)
    {
        RequireCommitted(state.Folders);
        List<string> folders = [.. state.Folders.Where(IsCommitted)];
        var looking = new ChartOrigins(state.Repository, state.Tree.Commit, folders, cancellationToken);
        await using var disposal = looking.ConfigureAwait(false);
        var committedCharts = committed.ReadAll(folders).Select(Checked).ToList();
        var paths = committedCharts.ToDictionary(chart => chart.Path, PathsOf);
        RequireCommitted(paths.Values.SelectMany(path => path).Distinct());

        var clean = committedCharts.Where(chart => paths[chart.Path].All(IsCommitted)).ToDictionary(chart => chart.Path);
        var origins = await looking.OfAsync(clean.Keys.ToDictionary(folder => folder, folder => paths[folder]), cancellationToken).ConfigureAwait(false);
        var workTree = new WorkTreeChartSource(state.Repository.Root);
        List<Chart> charts = [.. state.Folders.Select(folder => clean.GetValueOrDefault(folder) ?? Checked(ChartReader.Read(workTree, folder)))];
        DistinctNames.Require(charts);

        // A circle is told before anybody walks in it.
        _ = new LocalLinks(charts, []).InOrder();
        var complete = Steps.All(
            await Steps.TakeAsync(
                charts, Environment.ProcessorCount, (chart, stop) => dependencies.CompleteAsync(chart, Neighbour, stop), cancellationToken).ConfigureAwait(false),
            cancellationToken);
        var sourced = charts.Zip(complete, (chart, whole) => new SourcedChart(whole.Chart, origins.GetValueOrDefault(chart.Path)) { Dependencies = whole.Fetched });
        return new ReleaseSource(
            state.Repository.Root, state.Tree.Commit, [.. sourced.OrderBy(chart => chart.Chart.Name, StringComparer.Ordinal)]);

        Chart? Neighbour(string name) => charts.Find(chart => chart.Name == name) ?? elsewhere?.Invoke(name);
    }

    private bool IsCommitted(string path) => state.ChangesIn(path).Count == 0;

    private void RequireCommitted(IEnumerable<string> paths)
    {
        if (!allowDirty && paths.Where(path => !IsCommitted(path)).ToList() is { Count: > 0 } dirty)
        {
            throw Uncommitted(dirty);
        }
    }

    /// <summary>All that decides what a chart's archive holds: its folder, what links in it lead to, and the charts it takes in from elsewhere in the repository.</summary>
    private IReadOnlyCollection<string> PathsOf(Chart chart) =>
        [.. LocalDependencies.NeededBy(chart).Prepend(chart.Path).SelectMany(committed.Source.PathsOf).Distinct()];

    // The name becomes a file, a folder and a repository; the version becomes a tag: neither is taken on trust, lint or not.
    private static Chart Checked(Chart chart)
    {
        var location = new SourceLocation(ChartFolders.Combine(chart.Path, ChartYaml.FileName));
        ChartVersion.Parse(chart.Version, location);
        return ChartName.IsValid(chart.Name) ? chart : throw new ChartReleaseException(
            new Failure(
                FailureReason.InvalidChart,
                $"\"{chart.Name}\" is not a chart name.",
                "A DNS label: lower-case letters, digits and hyphens.",
                "Correct name in Chart.yaml; ./build.sh --target=Lint shows everything that is wrong.")
            {
                Location = location,
            });
    }

    private ChartReleaseException Uncommitted(List<string> dirty)
    {
        var changes = dirty.SelectMany(state.ChangesIn).Select(change => change.Path).ToList();
        return new ChartReleaseException(
            FailureReason.UncommittedChanges,
            $"{string.Join(", ", dirty)}: {changes.Count} {(changes.Count == 1 ? "file is" : "files are")} not committed: "
                + $"{NamedFiles.List(changes)}.",
            "Chart folders without uncommitted changes: what is released is what is committed.",
            new BumpJournalFile(state.Repository.GitDirectory).Exists
                ? "A version change was begun and not ended: ./build.sh --target=BumpVersion undoes it first. Commit or stash what else there is."
                : "Commit or stash them; or try them out with --allow-dirty, which publishes to image layouts only.");
    }
}
