namespace ChartRelease.Git;

/// <summary>
/// Finds which paths commits changed, by comparing the ids in their trees with those in the trees of their parents. Folders that hold none of the paths are
/// not looked into, nor are two that have one id.
/// </summary>
/// <param name="git">The repository.</param>
/// <param name="paths">The paths.</param>
internal sealed class GitChangeReader(GitCommand git, PathTree paths)
{
    /// <summary>From this many comparisons on several processes share them; neighbours stay together, because git makes one tree from the other.</summary>
    private const int WorthSharing = 500;

    /// <summary>Compares commits with each of their parents, a first commit with nothing.</summary>
    public async Task<IReadOnlyList<CommitChanges>> ReadAsync(IReadOnlyList<CommitNode> commits, CancellationToken cancellationToken)
    {
        List<CommitComparison> all = [.. commits.SelectMany(commit => commit.Parents.DefaultIfEmpty().Select(parent => new CommitComparison(paths, parent, commit.Id)))];
        var size = all.Count < WorthSharing ? WorthSharing : (all.Count / Environment.ProcessorCount) + 1;
        await Task.WhenAll(all.Chunk(size).Select(part => CompareAsync(part, cancellationToken))).ConfigureAwait(false);
        var (changes, next) = (new List<CommitChanges>(commits.Count), 0);
        foreach (var commit in commits)
        {
            var own = all.GetRange(next, Math.Max(commit.Parents.Count, 1));
            next += own.Count;
            changes.Add(new CommitChanges(commit, [.. own.Select(static comparison => comparison.Changed)]));
        }

        return changes;
    }

    /// <summary>Goes down level by level: what is below a folder is asked for once it is known to differ.</summary>
    private async Task CompareAsync(CommitComparison[] comparisons, CancellationToken cancellationToken)
    {
        List<TreePair> level = [.. comparisons.Select(static comparison => comparison.Trees)];
        while (level.Count > 0)
        {
            var below = new List<TreePair>();
            await GitTreePairReader.ReadAsync(
                git, level, (pair, before, after) => pair.Comparison.Compare(pair, before, after, below), cancellationToken).ConfigureAwait(false);
            level = below;
        }
    }
}
