namespace ChartRelease.Git;

/// <summary>
/// Decides which commit touched each folder last, with the history simplification of <c>git log -1 -- FOLDER</c>: a commit is the answer
/// when the folder differs from all its parents; else the walk goes on at the first parent in which the folder is the same.
/// </summary>
internal sealed class LastCommitWalk
{
    private readonly Dictionary<string, List<string>> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GitCommit> _answers = new(StringComparer.Ordinal);
    private readonly FolderSet _folders;
    private readonly HashSet<string> _boundary;

    /// <param name="start">Id of the commit to start at.</param>
    /// <param name="folders">Folders relative to the root; <c>.</c> for the root itself.</param>
    /// <param name="boundary">Ids of the commits whose parents a shallow clone hides.</param>
    public LastCommitWalk(string start, IEnumerable<string> folders, HashSet<string> boundary)
    {
        _folders = new FolderSet(folders);
        _boundary = boundary;
        if (_folders.Count > 0)
        {
            _waiting[start] = [.. _folders.All];
        }
    }

    public bool IsDone => _waiting.Count == 0 || Hidden is not null;

    /// <summary>A folder whose last commit lies behind the shallow boundary.</summary>
    public string? Hidden { get; private set; }

    public IReadOnlyDictionary<string, GitCommit> Answers => _answers;

    /// <summary>Takes the next commit; parents may come before their children, when clocks were wrong.</summary>
    public void Accept(LoggedCommit logged)
    {
        var touched = logged.Touched.ToDictionary(static pair => pair.Key, pair => _folders.HoldersOf(pair.Value), StringComparer.Ordinal);
        _seen[logged.Commit.Id] = new Node(logged.Commit, touched);
        var next = logged.Commit.Id;
        var ready = new Queue<string>([next]);
        while (ready.TryDequeue(out next))
        {
            if (_seen.TryGetValue(next, out var node) && _waiting.Remove(next, out var folders))
            {
                foreach (var folder in folders)
                {
                    if (Step(node, folder) is { } parent)
                    {
                        ready.Enqueue(parent);
                    }
                }
            }
        }
    }

    /// <returns>The parent at which the folder waits now, if any.</returns>
    private string? Step(Node node, string folder)
    {
        if (_boundary.Contains(node.Commit.Id))
        {
            Hidden ??= folder;
            return null;
        }

        var parent = node.Commit.Parents.FirstOrDefault(parent => !node.Differs(parent, folder));
        if (parent is null)
        {
            if (node.Commit.Parents.Count > 0 || node.Differs("", folder))
            {
                _answers[folder] = node.Commit;
            }

            return null;
        }

        if (!_waiting.TryGetValue(parent, out var folders))
        {
            _waiting[parent] = folders = [];
        }

        folders.Add(folder);
        return parent;
    }

    private sealed record Node(GitCommit Commit, Dictionary<string, HashSet<string>> Touched)
    {
        // With one parent, or none, git does not name it.
        public bool Differs(string parent, string folder) =>
            Touched.GetValueOrDefault(Commit.IsMerge ? parent : "")?.Contains(folder) == true;
    }
}
