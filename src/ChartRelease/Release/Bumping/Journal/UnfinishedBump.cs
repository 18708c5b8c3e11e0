using ChartRelease.Charts;
using ChartRelease.Git;

namespace ChartRelease.Release.Bumping.Journal;

/// <summary>
/// Ends a version change that was begun: what was not committed is undone. A run that fails does so itself; after one that was killed, the next.
/// What it cannot end it leaves as it is, journal included, so that it can be tried again. Only for who holds the lock.
/// </summary>
/// <param name="repository">The repository.</param>
internal sealed class UnfinishedBump(GitRepository repository)
{
    private readonly BumpJournalFile _file = new(repository.GitDirectory);
    private readonly GitWriter _writer = new(repository);
    private readonly WorkTreeFiles _files = new(repository.Root);

    /// <summary>Ends that of an earlier run, if there is one.</summary>
    /// <param name="log">Gets a line when something is put back.</param>
    /// <returns>See <see cref="EndAsync"/>.</returns>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.RepositoryNotWritable"/>: something else goes on in the repository. And see <see cref="EndAsync"/>.
    /// </exception>
    public async Task<CommittedBump?> EndEarlierAsync(IReleaseLog log)
    {
        if (!_file.Exists)
        {
            return null;
        }

        GitDeadLocks.Clear(repository);
        GitWriteGuard.ThrowIfBusy(repository.GitDirectory);
        var (committed, restored) = await EndAsync().ConfigureAwait(false);
        if (restored.Count > 0)
        {
            log.Write(ReleaseLogLevel.Information, $"A version change that was begun and not ended is undone; {NamedFiles.List(restored)} {(restored.Count == 1 ? "is" : "are")} as before.");
        }

        return committed;
    }

    /// <summary>Ends it.</summary>
    /// <returns>
    /// The change when HEAD is its commit: it stands, and its journal stays for who wants to know. Otherwise what was put back; files and index
    /// are as they were before it, or as somebody has committed them since.
    /// </returns>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.UncommittedChanges"/>: somebody else has edited a file since.</exception>
    public async Task<(CommittedBump? Committed, IReadOnlyList<string> Restored)> EndAsync()
    {
        if (_file.Read() is not { } journal)
        {
            return (null, []);
        }

        foreach (var path in journal.Paths)
        {
            _files.Tidy(path);
        }

        var changes = await repository.StatusAsync(journal.Paths, CancellationToken.None).ConfigureAwait(false);
        if (changes.Any(change => change.IsStaged))
        {
            await ThrowIfStagedByOthersAsync(journal, changes).ConfigureAwait(false);
            await _writer.UnstageAsync(journal.Paths).ConfigureAwait(false);
            changes = await repository.StatusAsync(journal.Paths, CancellationToken.None).ConfigureAwait(false);
        }

        ThrowIfEdited([.. journal.Files.Where(file => IsChanged(file) && !file.IsKnown(_files.Read(file.Path))).Select(file => file.Path)]);
        var tip = await _writer.TipAsync().ConfigureAwait(false);
        if (changes.Count == 0 && IsCommitOf(journal, tip))
        {
            return (new CommittedBump(journal, tip), []);
        }

        // Where HEAD has moved on, what is committed of a file is what its owner wants.
        List<JournaledFile> left = [.. journal.Files.Where(file => (tip.Id == journal.Head || IsChanged(file)) && file.IsAfter(_files.Read(file.Path)))];
        left.ForEach(file => _files.Write(file.Path, file.Before));
        _file.Delete();
        return (null, [.. left.Select(file => file.Path)]);

        bool IsChanged(JournaledFile file) => changes.Any(change => change.Path == file.Path);
    }

    // A hook may have put files into another form and words around the message, so neither has to be the same to the letter.
    private bool IsCommitOf(BumpJournal journal, GitTip tip) =>
        tip.Parent == journal.Head
        && journal.Paths.All(tip.Paths.Contains)
        && tip.Message.Contains(journal.Subject, StringComparison.Ordinal)
        && journal.Charts.All(HasNewVersion);

    private bool HasNewVersion(BumpedChart chart)
    {
        try
        {
            return _files.Read(chart.File) is { } content && ChartYaml.Parse(content, chart.File).Metadata.Version == chart.NewVersion;
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.InvalidChart)
        {
            return false;
        }
    }

    private async Task ThrowIfStagedByOthersAsync(BumpJournal journal, IReadOnlyList<GitChange> changes)
    {
        List<string> others = [];
        foreach (var file in journal.Files)
        {
            if (changes.FirstOrDefault(change => change.IsStaged && change.Path == file.Path) is { } staged
                && !file.IsKnown(staged.State[0] == 'D' ? null : await GitIndexReader.ReadAsync(repository, file.Path).ConfigureAwait(false)))
            {
                others.Add(file.Path);
            }
        }

        ThrowIfEdited(others);
    }

    private static void ThrowIfEdited(List<string> paths)
    {
        if (paths.Count > 0)
        {
            throw new ChartReleaseException(
                FailureReason.UncommittedChanges,
                $"A version change was begun and not ended, and since then somebody has edited {NamedFiles.List(paths)}.",
                "Files as they were before that change, or as it wrote them: then it can be undone.",
                $"Look at them (git diff HEAD), commit your edits or give them up (git restore --source=HEAD --staged --worktree -- {string.Join(' ', paths.Take(NamedFiles.Most))}), then run the same command again.");
        }
    }
}
