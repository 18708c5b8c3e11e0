namespace ChartRelease.Git;

/// <summary>
/// Decides which commit touched each set of paths last, with the history simplification of <c>git log -1 -- PATH PATH</c>: a commit is the
/// answer when the set differs from all its parents; else the walk goes on at the first parent in which the set is the same.
/// </summary>
internal sealed class LastCommitWalk
{
    private readonly Dictionary<string, List<string>> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GitCommit> _answers = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> _sets;
    private readonly FolderSet _paths;
    private readonly HashSet<string> _boundary;

    /// <param name="start">Id of the commit to start at.</param>
    /// <param name="sets">Paths relative to the root by the name of their set; <c>.</c> for the root itself.</param>
    /// <param name="boundary">Ids of the commits whose parents a shallow clone hides.</param>
    public LastCommitWalk(string start, IReadOnlyDictionary<string, IReadOnlyCollection<string>> sets, HashSet<string> boundary)
    {
        _sets = sets.SelectMany(static set => set.Value.Select(path => (Path: path, Set: set.Key))).ToLookup(static pair => pair.Path, static pair => pair.Set);
        _paths = new FolderSet(_sets.Select(static path => path.Key));
        _boundary = boundary;
        if (sets.Count > 0)
        {
            _waiting[start] = [.. sets.Keys];
        }
    }

    public bool IsDone => _waiting.Count == 0 || Hidden is not null;

    /// <summary>A set whose last commit lies behind the shallow boundary.</summary>
    public string? Hidden { get; private set; }

    public IReadOnlyDictionary<string, GitCommit> Answers => _answers;

    /// <summary>Takes the next commit; parents may come before their children, when clocks were wrong.</summary>
    public void Accept(LoggedCommit logged)
    {
        var touched = logged.Touched.ToDictionary(static pair => pair.Key, pair => SetsOf(pair.Value), StringComparer.Ordinal);
        _seen[logged.Commit.Id] = new Node(logged.Commit, touched);
        var next = logged.Commit.Id;
        var ready = new Queue<string>([next]);
        while (ready.TryDequeue(out next))
        {
            if (_seen.TryGetValue(next, out var node) && _waiting.Remove(next, out var sets))
            {
                foreach (var set in sets)
                {
                    if (Step(node, set) is { } parent)
                    {
                        ready.Enqueue(parent);
                    }
                }
            }
        }
    }

    private HashSet<string> SetsOf(List<string> paths) => _paths.HoldersOf(paths).SelectMany(path => _sets[path]).ToHashSet(StringComparer.Ordinal);

    /// <returns>The parent at which the set waits now, if any.</returns>
    private string? Step(Node node, string set)
    {
        if (_boundary.Contains(node.Commit.Id))
        {
            Hidden ??= set;
            return null;
        }

        var parent = node.Commit.Parents.FirstOrDefault(parent => !node.Differs(parent, set));
        if (parent is null)
        {
            if (node.Commit.Parents.Count > 0 || node.Differs("", set))
            {
                _answers[set] = node.Commit;
            }

            return null;
        }

        if (!_waiting.TryGetValue(parent, out var sets))
        {
            _waiting[parent] = sets = [];
        }

        sets.Add(set);
        return parent;
    }

    private sealed record Node(GitCommit Commit, Dictionary<string, HashSet<string>> Touched)
    {
        // With one parent, or none, git does not name it.
        public bool Differs(string parent, string set) =>
            Touched.GetValueOrDefault(Commit.IsMerge ? parent : "")?.Contains(set) == true;
    }
}
