namespace ChartRelease.Git;

/// <summary>What the commits of a repository changed.</summary>
internal sealed class GitChanges(GitCommand git)
{
    private GitChangeLog _watched = new(git, new HashSet<string>());

    /// <summary>Says which paths several questions will be about: what is read for one of them serves the others.</summary>
    public void Watch(IEnumerable<string> paths) => _watched = new GitChangeLog(git, paths.ToHashSet(StringComparer.Ordinal));

    /// <summary>Tells what commits changed, at least of some paths.</summary>
    /// <param name="commits">The commits, best as neighbours.</param>
    /// <param name="paths">Files or folders relative to the root; <c>.</c> for the root itself.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<IReadOnlyList<CommitChanges>> ReadAsync(IReadOnlyList<CommitNode> commits, IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        var watched = _watched;
        var others = paths.Where(path => !watched.Paths.Contains(path)).ToHashSet(StringComparer.Ordinal);
        if (others.Count == 0)
        {
            return await watched.ReadAsync(commits, cancellationToken).ConfigureAwait(false);
        }

        var rest = await new GitChangeLog(git, others).ReadAsync(commits, cancellationToken).ConfigureAwait(false);
        return others.Count == paths.Count
            ? rest
            : [.. (await watched.ReadAsync(commits, cancellationToken).ConfigureAwait(false)).Zip(rest, Join)];
    }

    private static CommitChanges Join(CommitChanges one, CommitChanges other) =>
        one with { Paths = [.. one.Paths.Zip(other.Paths, static IReadOnlyList<string> (first, second) => [.. first, .. second])] };
}
