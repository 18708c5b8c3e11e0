using ChartRelease.Git;

namespace ChartRelease.Release.History;

/// <summary>Compares the folders of charts at their last release with those now, by tree ids.</summary>
/// <param name="repository">The repository.</param>
/// <param name="commit">Full id of the commit that is planned.</param>
internal sealed class FolderChanges(GitRepository repository, string commit)
{
    private readonly FormerFolders _former = new(repository);

    /// <summary>Compares, in one process for all charts unless a folder was moved since.</summary>
    /// <param name="charts">The charts, each with the full id of the commit to compare with.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<IReadOnlyList<FolderChange>> CompareAsync(
        IReadOnlyList<(HistorySubject Chart, string Base)> charts, CancellationToken cancellationToken)
    {
        var asked = charts.SelectMany(chart => Watched(chart.Chart).SelectMany(folder => new[] { new GitFolder(chart.Base, folder), new GitFolder(commit, folder) }));
        var trees = await repository.FoldersAsync([.. asked], cancellationToken).ConfigureAwait(false);
        var changes = new List<FolderChange>();
        foreach (var (chart, start) in charts)
        {
            changes.Add(await CompareAsync(chart, start, trees, cancellationToken).ConfigureAwait(false));
        }

        return changes;
    }

    /// <summary>The chart's own folder and those of the local charts it depends on, as Git names them.</summary>
    public static IEnumerable<string> Watched(HistorySubject chart) =>
        chart.Dependencies.Prepend(chart.Folder).Select(static folder => folder.Length == 0 ? "." : folder);

    private async Task<FolderChange> CompareAsync(
        HistorySubject chart, string start, IReadOnlyDictionary<GitFolder, string?> trees, CancellationToken cancellationToken)
    {
        var (own, others, ownChanged, othersChanged) = (new List<string>(), new List<string>(), false, false);
        foreach (var folder in Watched(chart))
        {
            var isOwn = own.Count == 0;
            var places = isOwn ? own : others;
            places.Add(folder);
            var (before, after) = (trees[new GitFolder(start, folder)], trees[new GitFolder(commit, folder)]);
            if (before is null && await _former.FindAsync(start, isOwn ? chart.Name : Charts.ChartFolders.Name(folder), cancellationToken).ConfigureAwait(false) is { } former)
            {
                places.Add(former);
                before = (await repository.FoldersAsync([new GitFolder(start, former)], cancellationToken).ConfigureAwait(false)).Values.Single();
            }

            ownChanged |= isOwn && before != after;
            othersChanged |= !isOwn && before != after;
        }

        return new FolderChange(ownChanged, othersChanged, own, others);
    }
}

/// <summary>What became of a chart's folders since a commit.</summary>
/// <param name="OwnChanged">Whether its own holds something else now.</param>
/// <param name="OthersChanged">Whether one of those it depends on does.</param>
/// <param name="Own">The chart's folder, and the one it had then.</param>
/// <param name="Others">The same for the local charts it depends on.</param>
internal sealed record FolderChange(bool OwnChanged, bool OthersChanged, IReadOnlyList<string> Own, IReadOnlyList<string> Others)
{
    /// <summary>Whether any holds something else now.</summary>
    public bool HasChanged => OwnChanged || OthersChanged;

    /// <summary>All of them, each once.</summary>
    public IReadOnlyList<string> Folders => [.. Own.Concat(Others).Distinct()];
}
