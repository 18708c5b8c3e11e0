using ChartRelease.Git;
using ChartRelease.Release.Bumping.Journal;

namespace ChartRelease.Release.Bumping;

/// <summary>Writes edited files and commits them together, with a journal; a failure leaves every file as it was, a kill leaves it to the next run.</summary>
/// <param name="repository">The repository.</param>
internal sealed class ReleaseBumper(GitRepository repository)
{
    private readonly BumpJournalFile _journal = new(repository.GitDirectory);
    private readonly WorkTreeFiles _files = new(repository.Root);
    private readonly GitWriter _writer = new(repository);

    /// <summary>Writes the files and leaves them uncommitted. The journal is its caller's to end.</summary>
    /// <param name="journal">What is going to be done.</param>
    /// <param name="edits">The files; nothing else has changed in them.</param>
    /// <param name="cancellationToken">Stops it; files are restored.</param>
    public Task WriteAsync(BumpJournal journal, IReadOnlyList<FileEdit> edits, CancellationToken cancellationToken) => OrEndAsync(
        journal,
        () =>
        {
            WriteAll(edits, cancellationToken);
            return Task.FromResult("");
        });

    /// <summary>Writes the files and commits them. The journal stays until what the commit is for is done, which its caller knows.</summary>
    /// <param name="journal">What is going to be done.</param>
    /// <param name="edits">The files; nothing else has changed in them.</param>
    /// <param name="message">The commit message.</param>
    /// <param name="use">What the commit is for; when it fails the commit is taken back.</param>
    /// <param name="cancellationToken">Stops it; files are restored unless the commit is made and of use.</param>
    /// <returns>Full id of the commit.</returns>
    public Task<string> CommitAsync(
        BumpJournal journal, IReadOnlyList<FileEdit> edits, string message, Func<string, CancellationToken, Task> use, CancellationToken cancellationToken)
    {
        // Before anything is touched, though the commit asks again.
        GitWriteGuard.ThrowIfBusy(repository.GitDirectory);
        return OrEndAsync(
            journal,
            () =>
            {
                WriteAll(edits, cancellationToken);
                return _writer.CommitAsync(journal.Paths, message, UseAsync, cancellationToken);
            });

        async Task UseAsync(string made, CancellationToken token)
        {
            await NoteHooksAsync(journal).ConfigureAwait(false);
            await use(made, token).ConfigureAwait(false);
        }
    }

    /// <summary>Goes on where an earlier run had committed.</summary>
    /// <param name="committed">What it had done.</param>
    /// <param name="use">
    /// What the commit is for; when it fails the commit is taken back, unless its files hold something that the journal does not know: then
    /// somebody may have amended it, and it stays.
    /// </param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task ResumeAsync(CommittedBump committed, Func<string, CancellationToken, Task> use, CancellationToken cancellationToken) =>
        await OrEndAsync(
            committed.Journal,
            async () =>
            {
                var (journal, made) = committed;
                await (journal.Files.All(file => file.IsAfter(_files.Read(file.Path)))
                    ? _writer.UseAsync(made, journal.Head, use, cancellationToken)
                    : use(made.Id, cancellationToken)).ConfigureAwait(false);
                return made.Id;
            }).ConfigureAwait(false);

    private async Task<string> OrEndAsync(BumpJournal journal, Func<Task<string>> act)
    {
        _journal.Write(journal);
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await EndAsync(exception).ConfigureAwait(false);
            throw;
        }
    }

    // The journal is there still when that fails, so the next run tries again.
    private Task EndAsync(Exception cause) => CleanUp.AfterAsync(cause, () => new UnfinishedBump(repository).EndAsync());

    // What a hook made of a file goes too when the commit is taken back.
    private async Task NoteHooksAsync(BumpJournal journal)
    {
        List<string> other = [.. journal.Files.Where(file => !file.IsAfter(_files.Read(file.Path))).Select(file => file.Path)];
        if (other.Count > 0)
        {
            var changes = await repository.StatusAsync(other, CancellationToken.None).ConfigureAwait(false);
            _journal.Write(journal.AsCommitted(_files.Read, other.Except(changes.Select(change => change.Path))));
        }
    }

    private void WriteAll(IReadOnlyList<FileEdit> edits, CancellationToken cancellationToken)
    {
        foreach (var edit in edits)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ThrowIfEdited(edit);
            _files.Write(edit.File, edit.After);
        }
    }

    // Deciding takes a while, and somebody may save a file meanwhile.
    private void ThrowIfEdited(FileEdit edit)
    {
        if (!JournaledFile.Of(edit).IsBefore(_files.Read(edit.File)))
        {
            throw new ChartReleaseException(
                FailureReason.UncommittedChanges,
                $"{edit.File} was edited while its new version was decided.",
                "Files that nobody else writes meanwhile.",
                "Commit that edit or give it up, then run the same command again.");
        }
    }
}
