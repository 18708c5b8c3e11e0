using ChartRelease.Charts;
using ChartRelease.Git;

namespace ChartRelease.Release.Reading;

/// <summary>The repository at the revision a run is about, and the chart folders in it.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Tree">The committed files of the revision.</param>
/// <param name="Folders">Chart folders relative to the root, in ordinal order; also those not committed yet.</param>
/// <param name="Changes">What is not committed; empty when a revision other than HEAD was named.</param>
internal sealed record RepositoryState(
    GitRepository Repository, GitTree Tree, IReadOnlyList<string> Folders, IReadOnlyList<GitChange> Changes)
{
    /// <summary>Reads the state: tree and status side by side.</summary>
    public static async Task<RepositoryState> ReadAsync(ReleaseOptions options, CancellationToken cancellationToken)
    {
        var repository = await GitRepository.OpenAsync(options.WorkingDirectory, cancellationToken).ConfigureAwait(false);

        // A named revision is packaged from its objects; what lies in the work tree has nothing to do with it.
        // A bare repository has no work tree at all.
        var status = options.IsHead && !repository.IsBare ? repository.StatusAsync(["."], cancellationToken) : Task.FromResult<IReadOnlyList<GitChange>>([]);
        var tree = await repository.ReadTreeAsync(options.Commit, folders: null, cancellationToken).ConfigureAwait(false);
        var changes = await status.ConfigureAwait(false);

        // A chart that is not committed yet is seen, so that it is refused rather than forgotten.
        var paths = tree.Entries.Select(entry => entry.Path).Concat(changes.Select(change => change.Path)).Distinct();
        var folders = ChartFinder.Find(paths, options.Charts);

        // Git names the root ".", charts name it "".
        repository.Watch(folders.Select(folder => folder.Length == 0 ? "." : folder));
        return new RepositoryState(repository, tree, folders, changes);
    }

    /// <summary>What is not committed of a file or below a folder.</summary>
    public IReadOnlyList<GitChange> ChangesIn(string path) => [.. Changes.Where(change => ChartFolders.Contains(path, change.Path))];
}
