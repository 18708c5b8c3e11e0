using ChartRelease.Charts;
using ChartRelease.Git;
using ChartRelease.Release.History;
using ChartRelease.Versioning;

namespace ChartRelease.Release.Checking;

/// <summary>
/// Compares each chart with where the history left a revision, as a pull request is compared with the branch it goes to. Asks no target.
/// </summary>
/// <param name="repository">The repository.</param>
/// <param name="commit">Full id of the commit that is checked.</param>
internal sealed class RevisionCheck(GitRepository repository, string commit)
{
    /// <summary>Checks.</summary>
    /// <param name="since">The revision.</param>
    /// <param name="charts">The charts of the commit, and what they are made of.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <exception cref="ChartReleaseException">
    /// The revision does not exist, or has no history in common with the commit (<see cref="FailureReason.RevisionNotFound"/>), or a shallow
    /// clone hides it (<see cref="FailureReason.ShallowClone"/>).
    /// </exception>
    public async Task<CheckReport> CheckAsync(
        string since, IReadOnlyList<(Chart Chart, HistorySubject Subject)> charts, CancellationToken cancellationToken)
    {
        var start = await repository.MergeBaseAsync(since, commit, cancellationToken).ConfigureAwait(false);
        var changes = await new FolderChanges(repository, commit)
            .CompareAsync([.. charts.Select(chart => (chart.Subject, start))], cancellationToken).ConfigureAwait(false);
        var committed = repository.OpenSource(await repository.ReadTreeAsync(start, folders: null, cancellationToken).ConfigureAwait(false));
        await using (committed.ConfigureAwait(false))
        {
            var found = charts.Zip(changes, (chart, change) => (chart.Subject, Change: change, Result: Check(chart.Chart, chart.Subject, change, committed))).ToList();
            var needed = found.Where(chart => chart.Result.Verdict == CheckVerdict.BumpNeeded).ToList();
            var commits = await HistoryChanges.CommitsAsync(
                await repository.HistoryAsync(commit, cancellationToken).ConfigureAwait(false),
                [.. needed.Select(chart => (start, chart.Change))],
                cancellationToken).ConfigureAwait(false);
            var told = needed.Zip(commits).ToDictionary(pair => pair.First.Subject.Name, pair => pair.Second, StringComparer.Ordinal);
            return new CheckReport(since, [.. found.Select(chart => chart.Result with { Commits = told.GetValueOrDefault(chart.Subject.Name, []) })]);
        }
    }

    private static CheckedChart Check(Chart chart, HistorySubject subject, FolderChange change, GitChartSource before)
    {
        var former = change.HasChanged ? Former(change, before) : chart;
        var version = former is null ? null : ChartVersion.Parse(former.Version);
        var hasChanged = former is not null && (change.OthersChanged || !IsSame(former, chart));
        return new CheckedChart(subject.Name, subject.Folder, version, subject.Version, CheckedChart.Decide(hasChanged, version, subject.Version));
    }

    private static Chart? Former(FolderChange change, GitChartSource before) => change.Own
        .Select(folder => folder == "." ? "" : folder)
        .Where(folder => before.List(folder).Any(file => file.Path == ChartYaml.FileName))
        .Select(folder => ChartReader.Read(before, folder))
        .FirstOrDefault();

    // What .helmignore leaves out is not released.
    private static bool IsSame(Chart former, Chart now) =>
        former.Files.Select(file => (file.Path, file.Id)).SequenceEqual(now.Files.Select(file => (file.Path, file.Id)));
}
