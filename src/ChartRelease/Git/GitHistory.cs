namespace ChartRelease.Git;

/// <summary>The history of a revision: all commits it is made of.</summary>
public sealed class GitHistory
{
    private readonly GitCommand _git;
    private readonly GitChanges _changes;
    private readonly GitGraph _graph;
    private readonly IReadOnlySet<string> _boundary;

    internal GitHistory(GitCommand git, GitChanges changes, string commit, GitGraph graph, IReadOnlySet<string> boundary) =>
        (_git, _changes, Commit, _graph, _boundary) = (git, changes, commit, graph, boundary);

    /// <summary>Full id of the commit the history leads to.</summary>
    public string Commit { get; }

    /// <summary>How many commits there are.</summary>
    public int Count => _graph.Count;

    /// <summary>Whether a shallow clone hides the beginning.</summary>
    public bool IsShallow => _boundary.Count > 0;

    /// <summary>Whether a commit is part of this history.</summary>
    /// <param name="commit">Full id.</param>
    public bool Contains(string commit) => _graph.Place(commit) >= 0;

    /// <summary>Where a commit stands in this history, children before parents; -1 when it is no part of it.</summary>
    internal int Place(string commit) => _graph.Place(commit);

    /// <summary>How many commits of this history are no part of another commit: what <c>git rev-list --count BASE..COMMIT</c> says.</summary>
    /// <param name="commit">Full id of a commit of this history.</param>
    public int CountSince(string commit)
    {
        var count = 0;
        _graph.Walk([PlaceOf(commit)], (_, words) => count += words[0] == 0 ? 1 : 0);
        return count;
    }

    /// <summary>
    /// Finds the commits of this history that touched some folders and are no part of a base, for all questions in one walk. A merge touches a
    /// folder when a file in it is like in none of its parents.
    /// </summary>
    /// <param name="queries">The questions.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <returns>For each question its commits, children before parents.</returns>
    /// <exception cref="ArgumentException">A base is no part of this history.</exception>
    /// <exception cref="ChartReleaseException">A shallow clone hides some (<see cref="FailureReason.ShallowClone"/>).</exception>
    public async Task<IReadOnlyList<IReadOnlyList<GitTouch>>> TouchesAsync(IReadOnlyList<GitChangeQuery> queries, CancellationToken cancellationToken)
    {
        var search = new TouchSearch(_graph, queries, [.. queries.Select(query => PlaceOf(query.Base))]);
        if (search.Commits.FirstOrDefault(commit => _boundary.Contains(commit.Id)) is { } hidden)
        {
            throw Shallow(hidden.Id);
        }

        var changes = await _changes.ReadAsync(search.Commits, search.Folders, cancellationToken).ConfigureAwait(false);
        var touched = changes.ToLookup(static change => change.Commit.Parents.Count > 1, search.Touched);
        var merges = await GitMergeReader.ReadAsync(_git, [.. touched[true].Where(static merge => merge.Folders.Count > 0)], cancellationToken).ConfigureAwait(false);
        var answers = search.Answer([.. touched[false], .. merges]);
        var commits = await GitMessageReader.ReadAsync(
            _git, answers.SelectMany(static answer => answer).Select(static touch => touch.Commit).Distinct(), cancellationToken).ConfigureAwait(false);
        return [.. answers.Select(IReadOnlyList<GitTouch> (answer) => [.. answer.Select(touch => new GitTouch(commits[touch.Commit], touch.Folders))])];
    }

    private int PlaceOf(string commit) => _graph.Place(commit) is >= 0 and var place
        ? place
        : throw new ArgumentException($"{commit} is no part of the history of {Commit}.", nameof(commit));

    private static ChartReleaseException Shallow(string commit) => new(
        FailureReason.ShallowClone,
        $"This is a shallow clone that ends at {commit}, before the last release of a chart.",
        "The history back to the last release of every chart that changed since.",
        "Fetch it: git fetch --unshallow --tags; in GitHub Actions set 'fetch-depth: 0' for actions/checkout.");
}
