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
        if (repository.IsBare && options.IsHead)
        {
            throw new ChartReleaseException(
                FailureReason.RevisionNotFound,
                $"{repository.Root} is a bare repository: nothing is checked out.",
                "The revision to release.",
                "Name it with --commit=REV: a branch, a tag or a commit id.");
        }

        // A named revision is packaged from its objects; what lies in the work tree has nothing to do with it.
        var status = options.IsHead ? repository.StatusAsync(["."], cancellationToken) : Task.FromResult<IReadOnlyList<GitChange>>([]);
        var tree = await repository.ReadTreeAsync(options.Commit, folders: null, cancellationToken).ConfigureAwait(false);
        var changes = await status.ConfigureAwait(false);

        // A chart that is not committed yet is seen, so that it is refused rather than forgotten.
        var paths = tree.Entries.Select(entry => entry.Path).Concat(changes.Select(change => change.Path)).Distinct();
        return new RepositoryState(repository, tree, ChartFinder.Find(paths, options.Charts), changes);
    }

    /// <summary>What is not committed below a chart folder.</summary>
    public IReadOnlyList<GitChange> ChangesIn(string folder) =>
        [.. Changes.Where(change => folder.Length == 0 || change.Path.StartsWith($"{folder}/", StringComparison.Ordinal))];
}
