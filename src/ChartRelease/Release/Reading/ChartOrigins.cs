using ChartRelease.Git;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Release.Reading;

/// <summary>
/// Finds the last commits of what charts are made of. That is mostly their folder alone, so the folders' are looked for while the charts are read.
/// </summary>
internal sealed class ChartOrigins : IAsyncDisposable
{
    private readonly GitRepository _repository;
    private readonly string _commit;
    private readonly IReadOnlyList<string> _folders;
    private readonly CancellationTokenSource _stop;
    private readonly Task<IReadOnlyDictionary<string, ChartOrigin>> _ofFolders;

    /// <summary>Begins to look.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">Full id of the commit the charts are read from.</param>
    /// <param name="folders">Their folders.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public ChartOrigins(GitRepository repository, string commit, IReadOnlyList<string> folders, CancellationToken cancellationToken)
    {
        (_repository, _commit, _folders) = (repository, commit, folders);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _ofFolders = FindAsync(folders.ToDictionary(static folder => folder, static IReadOnlyCollection<string> (folder) => [folder]), _stop.Token);
    }

    /// <summary>The last commit of each chart.</summary>
    /// <param name="charts">For the folder of each chart all paths that it is made of.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<IReadOnlyDictionary<string, ChartOrigin>> OfAsync(
        IReadOnlyDictionary<string, IReadOnlyCollection<string>> charts, CancellationToken cancellationToken)
    {
        if (charts.Count == _folders.Count && charts.All(static chart => chart.Value.Count == 1 && chart.Value.Contains(chart.Key)))
        {
            return await _ofFolders.ConfigureAwait(false);
        }

        // What was read for the folders is not read again.
        await ((Task)_ofFolders).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await FindAsync(charts, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await ((Task)_ofFolders).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task<IReadOnlyDictionary<string, ChartOrigin>> FindAsync(
        IReadOnlyDictionary<string, IReadOnlyCollection<string>> charts, CancellationToken cancellationToken)
    {
        var sets = charts.ToDictionary(static chart => GitName(chart.Key), static IReadOnlyCollection<string> (chart) => [.. chart.Value.Select(GitName)]);
        var commits = await _repository.LastCommitsAsync(_commit, sets, cancellationToken).ConfigureAwait(false);
        return charts.Keys.ToDictionary(static folder => folder, folder => new ChartOrigin(commits[GitName(folder)].Id, commits[GitName(folder)].CommitterTime));
    }

    // Git names the root ".", charts name it "".
    private static string GitName(string path) => path.Length == 0 ? "." : path;
}
