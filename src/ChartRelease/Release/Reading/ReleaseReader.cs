using ChartRelease.Charts;
using ChartRelease.Git;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.Packaging;
using ChartRelease.Versioning;

namespace ChartRelease.Release.Reading;

/// <summary>Reads the charts of a repository as they would be released.</summary>
/// <param name="state">The repository.</param>
/// <param name="committed">The committed files.</param>
/// <param name="allowDirty">Whether uncommitted changes are released too.</param>
/// <param name="dependencies">Fetches what is locked and missing.</param>
internal sealed class ReleaseReader(RepositoryState state, GitChartSource committed, bool allowDirty, DependencyStage dependencies)
{
    public async Task<ReleaseSource> ReadAsync(CancellationToken cancellationToken)
    {
        var dirty = state.Folders.Where(folder => state.ChangesIn(folder).Count > 0).ToList();
        if (!allowDirty && dirty.Count > 0)
        {
            throw Uncommitted(dirty);
        }

        // Git names the root ".", charts name it "".
        var clean = state.Folders.Except(dirty).ToDictionary(folder => folder.Length == 0 ? "." : folder);
        var commits = await state.Repository.LastCommitsAsync(state.Tree.Commit, clean.Keys, cancellationToken).ConfigureAwait(false);
        var origins = clean.ToDictionary(folder => folder.Value, folder => new ChartOrigin(commits[folder.Key].Id, commits[folder.Key].CommitterTime));

        IChartSource worktree = new WorkTreeChartSource(state.Repository.Root);
        List<Chart> read = [.. state.Folders.Select(folder => Checked(ChartReader.Read(origins.ContainsKey(folder) ? committed : worktree, folder)))];
        var charts = new List<SourcedChart>();

        // In order, so that a circle is told before helm walks in it.
        foreach (var chart in new LocalLinks(read, []).InOrder())
        {
            charts.Add(new SourcedChart(
                await dependencies.CompleteAsync(chart, cancellationToken).ConfigureAwait(false), origins.GetValueOrDefault(chart.Path)));
        }

        RequireDistinctNames(charts);
        return new ReleaseSource(
            state.Repository.Root, state.Tree.Commit, [.. charts.OrderBy(chart => chart.Chart.Name, StringComparer.Ordinal)]);
    }

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

    private static void RequireDistinctNames(List<SourcedChart> charts)
    {
        if (charts.GroupBy(chart => chart.Chart.Name).FirstOrDefault(group => group.Count() > 1) is { } twins)
        {
            throw new ChartReleaseException(
                FailureReason.InvalidChart,
                $"Several charts are named \"{twins.Key}\": {string.Join(", ", twins.Select(chart => chart.Chart.Path))}.",
                "Charts with names of their own: each name is one repository of the target.",
                $"Rename one, or pick one with --charts={twins.First().Chart.Path}.");
        }
    }

    private ChartReleaseException Uncommitted(List<string> dirty)
    {
        var changes = dirty.SelectMany(state.ChangesIn).Select(change => change.Path).ToList();
        return new ChartReleaseException(
            FailureReason.UncommittedChanges,
            $"{string.Join(", ", dirty)}: {changes.Count} {(changes.Count == 1 ? "file is" : "files are")} not committed: "
                + $"{string.Join(", ", changes.Take(5))}{(changes.Count > 5 ? ", …" : "")}.",
            "Chart folders without uncommitted changes: what is released is what is committed.",
            "Commit or stash them; or try them out with --allow-dirty, which publishes to image layouts only.");
    }
}
