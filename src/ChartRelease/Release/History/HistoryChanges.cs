using ChartRelease.Git;

namespace ChartRelease.Release.History;

/// <summary>Adds to histories what changed: trees are compared for every chart, commits are read only of those that differ.</summary>
internal sealed class HistoryChanges(GitRepository repository, GitHistory history)
{
    public async Task<IReadOnlyList<ChartHistory>> FillAsync(
        IReadOnlyList<(HistorySubject Chart, ChartHistory History)> charts, CancellationToken cancellationToken)
    {
        // One comparison for each chart with its last release, and, after a prerelease, one with the last stable one; neighbours in history together.
        var spans = charts
            .SelectMany(pair => new[] { pair.History.Base?.Commit, pair.History.StableBase?.Commit }.OfType<string>().Distinct().Select(start => (pair.Chart, Base: start)))
            .OrderBy(span => history.Place(span.Base))
            .ToList();
        var changes = await new FolderChanges(repository, history.Commit).CompareAsync(spans, cancellationToken).ConfigureAwait(false);
        var differing = spans.Zip(changes).Where(pair => pair.Second.HasChanged).ToList();
        var found = await CommitsAsync(history, [.. differing.Select(pair => (pair.First.Base, pair.Second))], cancellationToken).ConfigureAwait(false);
        var commits = differing.Zip(found).ToDictionary(pair => pair.First.First, pair => pair.Second);
        return
        [
            .. charts.Select(pair => pair.History with
            {
                HasChanged = pair.History.Base is { } start ? commits.ContainsKey((pair.Chart, start.Commit!)) : null,
                Commits = Since(pair.Chart, pair.History.Base),
                CommitsSinceStable = Since(pair.Chart, pair.History.StableBase),
            }),
        ];

        IReadOnlyList<ChartCommit> Since(HistorySubject chart, KnownRelease? start) =>
            start is null ? [] : commits.GetValueOrDefault((chart, start.Commit!), []);
    }

    /// <summary>The commits since a base that touched a chart, for several charts in one walk, newest first.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<ChartCommit>>> CommitsAsync(
        GitHistory history, IReadOnlyList<(string Base, FolderChange Change)> charts, CancellationToken cancellationToken)
    {
        var touches = await history.TouchesAsync(
            [.. charts.Select(chart => new GitChangeQuery(chart.Base, chart.Change.Folders))], cancellationToken).ConfigureAwait(false);
        return [.. charts.Zip(touches, (chart, touched) => Commits(touched, chart.Change))];
    }

    private static IReadOnlyList<ChartCommit> Commits(IReadOnlyList<GitTouch> touches, FolderChange change) =>
        [.. touches.Select(touch => new ChartCommit(touch.Commit, touch.Folders.Any(change.Own.Contains)))];
}
