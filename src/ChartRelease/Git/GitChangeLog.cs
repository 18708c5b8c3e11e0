namespace ChartRelease.Git;

/// <summary>What commits changed of some paths; each commit is looked at once, whoever asks. Safe for several threads.</summary>
internal sealed class GitChangeLog(GitCommand git, IReadOnlySet<string> paths)
{
    private readonly GitChangeReader _reader = new(git, PathTree.Of(paths));
    private readonly Dictionary<string, CommitChanges> _known = new(StringComparer.Ordinal);
    private readonly Lock _door = new();
    private Task _last = Task.CompletedTask;

    /// <summary>The paths.</summary>
    public IReadOnlySet<string> Paths => paths;

    /// <summary>Tells what commits changed, in their order.</summary>
    public Task<IReadOnlyList<CommitChanges>> ReadAsync(IReadOnlyList<CommitNode> commits, CancellationToken cancellationToken)
    {
        lock (_door)
        {
            var reading = ReadAfterAsync(_last, commits, cancellationToken);
            _last = reading;
            return reading;
        }
    }

    // One at a time: what one reads the next need not read again.
    private async Task<IReadOnlyList<CommitChanges>> ReadAfterAsync(Task before, IReadOnlyList<CommitNode> commits, CancellationToken cancellationToken)
    {
        // Nothing is done while the door is held.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        List<CommitNode> unknown = [.. commits.Where(commit => !_known.ContainsKey(commit.Id))];
        foreach (var changes in await _reader.ReadAsync(unknown, cancellationToken).ConfigureAwait(false))
        {
            _known[changes.Commit.Id] = changes;
        }

        return [.. commits.Select(commit => _known[commit.Id])];
    }
}
