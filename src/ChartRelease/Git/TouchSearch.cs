namespace ChartRelease.Git;

/// <summary>A commit and the folders it touched.</summary>
/// <param name="Commit">Full id of the commit.</param>
/// <param name="Folders">The folders.</param>
internal sealed record TouchedFolders(string Commit, IReadOnlyList<string> Folders);

/// <summary>Finds out which commits have to be looked at for some questions, and puts the answers together. Pure.</summary>
internal sealed class TouchSearch
{
    private readonly GitGraph _graph;
    private readonly IReadOnlyList<GitChangeQuery> _queries;
    private readonly IReadOnlyList<int> _places;
    private readonly List<int> _bases;

    /// <param name="graph">The commits.</param>
    /// <param name="queries">The questions.</param>
    /// <param name="places">Where the base of each question stands.</param>
    public TouchSearch(GitGraph graph, IReadOnlyList<GitChangeQuery> queries, IReadOnlyList<int> places)
    {
        (_graph, _queries, _places) = (graph, queries, places);
        _bases = [.. places.Distinct()];
        Folders = queries.SelectMany(static query => query.Folders).ToHashSet(StringComparer.Ordinal);
        Commits = FindCommits();
    }

    /// <summary>All folders of the questions.</summary>
    public IReadOnlySet<string> Folders { get; }

    /// <summary>The commits that some base is without.</summary>
    public IReadOnlyList<CommitNode> Commits { get; }

    /// <summary>The folders of the questions that differ from all parents of a commit: those it touched, or, of a merge, may have touched.</summary>
    public TouchedFolders Touched(CommitChanges changes) => new(
        changes.Commit.Id,
        changes.Paths is [[var only]]
            ? Folders.Contains(only) ? changes.Paths[0] : []
            : [
                .. changes.Paths[0]
                    .Where(path => Folders.Contains(path) && changes.Paths.Skip(1).All(paths => paths.Contains(path)))
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ]);

    /// <summary>The commits that answer each question, children before parents.</summary>
    /// <param name="touched">What the commits touched.</param>
    public IReadOnlyList<IReadOnlyList<TouchedFolders>> Answer(IEnumerable<TouchedFolders> touched)
    {
        var answers = _queries.Select(static _ => new List<TouchedFolders>()).ToList();
        var bits = _bases.Index().ToDictionary(static pair => pair.Item, static pair => pair.Index);
        var watchers = _queries.Index()
            .SelectMany(static pair => pair.Item.Folders.Select(folder => (folder, pair.Index)))
            .ToLookup(static pair => pair.folder, static pair => pair.Index, StringComparer.Ordinal);
        var byPlace = touched.ToDictionary(touch => _graph.Place(touch.Commit));
        _graph.Walk(_bases, (place, words) =>
        {
            if (byPlace.GetValueOrDefault(place) is not { } touch)
            {
                return;
            }

            foreach (var query in touch.Folders.SelectMany(folder => watchers[folder]).Distinct().Where(query => !GitGraph.IsSet(words, bits[_places[query]])))
            {
                answers[query].Add(touch with { Folders = [.. touch.Folders.Where(_queries[query].Folders.Contains)] });
            }
        });
        return answers;
    }

    private List<CommitNode> FindCommits()
    {
        var commits = new List<CommitNode>();
        _graph.Walk(_bases, (place, words) =>
        {
            if (!GitGraph.AreAllSet(words, _bases.Count))
            {
                commits.Add(_graph.Node(place));
            }
        });
        return commits;
    }
}
