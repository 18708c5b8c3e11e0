namespace ChartRelease.Git;

/// <summary>A commit in the graph of a history.</summary>
/// <param name="Id">Full object id.</param>
/// <param name="Parents">Full ids of its parents, in order; none of the first commit, and of one whose parents a shallow clone hides.</param>
internal sealed record CommitNode(string Id, IReadOnlyList<string> Parents);

/// <summary>What a commit changed.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Paths">For each of its parents the paths that differ; of a commit without parents those it has, as the only entry.</param>
internal sealed record CommitChanges(CommitNode Commit, IReadOnlyList<IReadOnlyList<string>> Paths);
