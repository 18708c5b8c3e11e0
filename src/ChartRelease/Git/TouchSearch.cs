namespace ChartRelease.Git;

/// <summary>Finds out which commits have to be looked at for some questions, and puts the answers together. Pure.</summary>
internal sealed class TouchSearch
{
    private readonly GitGraph _graph;
    private readonly IReadOnlyList<GitChangeQuery> _queries;
    private readonly List<int> _bases;
    private readonly ILookup<int, int> _queriesOfBase;

    /// <param name="graph">The commits.</param>
    /// <param name="queries">The questions.</param>
    /// <param name="places">Where the base of each question stands.</param>
    public TouchSearch(GitGraph graph, IReadOnlyList<GitChangeQuery> queries, IReadOnlyList<int> places)
    {
        (_graph, _queries) = (graph, queries);
        _bases = [.. places.Distinct()];
        var bits = _bases.Index().ToDictionary(static pair => pair.Item, static pair => pair.Index);
        _queriesOfBase = places.Index().ToLookup(pair => bits[pair.Item], static pair => pair.Index);
        Folders = new FolderSet(queries.SelectMany(static query => query.Folders));
        Commits = FindCommits();
    }

    /// <summary>All folders of the questions.</summary>
    public FolderSet Folders { get; }

    /// <summary>Ids of the commits that some base is without.</summary>
    public IReadOnlyList<string> Commits { get; }

    /// <summary>The commits that answer each question, children before parents.</summary>
    /// <param name="touches">What the commits touched, by id.</param>
    public IReadOnlyList<IReadOnlyList<GitTouch>> Answer(IReadOnlyDictionary<string, GitTouch> touches)
    {
        var answers = _queries.Select(static _ => new List<GitTouch>()).ToList();
        var watchers = _queries.Index()
            .SelectMany(static pair => pair.Item.Folders.Select(folder => (folder, pair.Index)))
            .ToLookup(static pair => pair.folder, static pair => pair.Index, StringComparer.Ordinal);
        _graph.Walk(_bases, (place, words) =>
        {
            if (touches.GetValueOrDefault(_graph.Id(place)) is not { } touch)
            {
                return;
            }

            var open = GitGraph.Missing(words, _bases.Count).SelectMany(bit => _queriesOfBase[bit]).ToHashSet();
            foreach (var query in touch.Folders.SelectMany(folder => watchers[folder]).Distinct().Where(open.Contains))
            {
                answers[query].Add(touch with { Folders = [.. touch.Folders.Where(_queries[query].Folders.Contains)] });
            }
        });
        return answers;
    }

    private List<string> FindCommits()
    {
        var commits = new List<string>();
        _graph.Walk(_bases, (place, words) =>
        {
            if (GitGraph.Missing(words, _bases.Count).Any())
            {
                commits.Add(_graph.Id(place));
            }
        });
        return commits;
    }
}
