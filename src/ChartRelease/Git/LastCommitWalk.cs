namespace ChartRelease.Git;

/// <summary>
/// Decides which commit touched each set of paths last, with the history simplification of <c>git log -1 -- PATH PATH</c>: a commit is the
/// answer when the set differs from all its parents; else the walk goes on at the first parent in which the set is the same. Pure.
/// </summary>
internal sealed class LastCommitWalk
{
    private readonly Dictionary<string, HashSet<string>> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CommitChanges> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _reached = new();
    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> _sets;
    private readonly IReadOnlySet<string> _boundary;

    /// <param name="start">Id of the commit to start at.</param>
    /// <param name="sets">Paths relative to the root by the name of their set; <c>.</c> for the root itself.</param>
    /// <param name="boundary">Ids of the commits whose parents a shallow clone hides.</param>
    public LastCommitWalk(string start, IReadOnlyDictionary<string, IReadOnlyCollection<string>> sets, IReadOnlySet<string> boundary)
    {
        _sets = sets.SelectMany(static set => set.Value.Select(path => (Path: path, Set: set.Key))).ToLookup(static pair => pair.Path, static pair => pair.Set);
        _boundary = boundary;
        if (sets.Count > 0)
        {
            _waiting[start] = [.. sets.Keys];
        }
    }

    public bool IsDone => _waiting.Count == 0 || Hidden is not null;

    /// <summary>A set whose last commit lies behind the shallow boundary.</summary>
    public string? Hidden { get; private set; }

    /// <summary>Ids of the commits by the name of the set.</summary>
    public IReadOnlyDictionary<string, string> Answers => _answers;

    /// <summary>All paths.</summary>
    public IReadOnlyCollection<string> Paths => [.. _sets.Select(static path => path.Key)];

    /// <summary>Takes the next commit; parents may come before their children, when clocks were wrong.</summary>
    public void Accept(CommitChanges changes)
    {
        _seen[changes.Commit.Id] = changes;
        _reached.Enqueue(changes.Commit.Id);
        while (_reached.TryDequeue(out var next))
        {
            if (_seen.TryGetValue(next, out var seen) && _waiting.Remove(next, out var sets))
            {
                Step(seen, sets);
            }
        }
    }

    /// <summary>Answers the sets that wait at a commit, or has them wait at its parents.</summary>
    private void Step(CommitChanges seen, HashSet<string> sets)
    {
        if (_boundary.Contains(seen.Commit.Id))
        {
            Hidden ??= sets.Min(StringComparer.Ordinal);
            return;
        }

        for (var index = 0; index < seen.Commit.Parents.Count && sets.Count > 0; index++)
        {
            var differing = Differing(seen.Paths[index], sets);
            sets.ExceptWith(differing);
            Wait(seen.Commit.Parents[index], sets);
            sets = differing;
        }

        // What no parent has is what this commit made; of a first commit, what it has.
        foreach (var set in seen.Commit.Parents.Count > 0 ? sets : Differing(seen.Paths[0], sets))
        {
            _answers[set] = seen.Commit.Id;
        }
    }

    private HashSet<string> Differing(IReadOnlyList<string> paths, HashSet<string> sets) =>
        paths.Count == 0 ? [] : paths.SelectMany(path => _sets[path]).Where(sets.Contains).ToHashSet(StringComparer.Ordinal);

    private void Wait(string parent, HashSet<string> sets)
    {
        if (sets.Count == 0)
        {
            return;
        }

        _reached.Enqueue(parent);
        if (!_waiting.TryAdd(parent, sets))
        {
            _waiting[parent].UnionWith(sets);
        }
    }
}
