namespace ChartRelease.Release.Bumping.Journal;

/// <summary>The journal in the git folder of a work tree (of a linked one its own), where nothing is ever committed.</summary>
/// <param name="gitDirectory">Full path of the git folder.</param>
internal sealed class BumpJournalFile(string gitDirectory)
{
    private readonly string _path = Path.Combine(gitDirectory, "chart-release", "bump.json");

    /// <summary>Whether a version change was begun and not ended.</summary>
    public bool Exists => File.Exists(_path);

    /// <summary>Takes the right to change versions in this work tree; the journal may be touched by who has it.</summary>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.RepositoryNotWritable"/>: another process has it. <see cref="FailureReason.CannotWrite"/>: the git folder cannot be written.
    /// </exception>
    public FileLock Lock()
    {
        var path = Path.ChangeExtension(_path, ".lock");
        return FileLock.TryTake(path) ?? throw new ChartReleaseException(
            FailureReason.RepositoryNotWritable,
            $"Another version change is being made in this work tree, by {FileLock.HolderOf(path)}.",
            "One at a time.",
            "Wait until it has ended, then run the same command again.");
    }

    /// <summary>The same for who may come to write nothing: a git folder that cannot be written fails when something is to be written.</summary>
    /// <param name="requireLock">Throws unless the lock was taken.</param>
    /// <exception cref="ChartReleaseException">Another process has it, or a journal has to be ended and the git folder cannot be written.</exception>
    public FileLock? LockIfWritable(out Action requireLock)
    {
        requireLock = static () => { };
        try
        {
            return Lock();
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.CannotWrite && !Exists)
        {
            requireLock = () => throw new ChartReleaseException(exception.Failure, exception);
            return null;
        }
    }

    /// <summary>Reads the journal; <see langword="null"/> when there is none.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RepositoryNotWritable"/>: it cannot be read.</exception>
    public BumpJournal? Read()
    {
        try
        {
            return Exists ? BumpJournalJson.Parse(File.ReadAllBytes(_path)) : null;
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ChartReleaseException(
                FailureReason.RepositoryNotWritable,
                $"A version change was begun and not ended, and its journal {_path} cannot be read: {exception.Message}",
                "A journal that this program wrote.",
                $"Look at what it left (git status, git diff), put it right by hand, delete {_path}, then run the same command again.",
                exception);
        }
    }

    /// <summary>Writes the journal, and waits for the disk: no file may be touched before that.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>.</exception>
    public void Write(BumpJournal journal) => AtomicFile.Write(_path, BumpJournalJson.Serialize(journal));

    /// <summary>Ends the version change.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>.</exception>
    public void Delete() => WriteFailure.Guard(_path, () => File.Delete(_path));
}
