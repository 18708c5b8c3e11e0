namespace ChartRelease.Git;

/// <summary>
/// Knows which locks were there before git writes. git removes its own when it ends by itself, but not when it is killed; what is there then
/// and was not before is its.
/// </summary>
/// <param name="repository">The repository.</param>
internal sealed class GitWriteGuard(GitRepository repository)
{
    private static readonly string[] Operations =
        ["MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply", "BISECT_LOG"];

    private readonly List<string> _before = [.. GitDeadLocks.Present(repository)];

    /// <summary>Sees to it that nothing else goes on in a repository.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RepositoryNotWritable"/>.</exception>
    public static void ThrowIfBusy(string gitDirectory)
    {
        if (Array.Find(Operations, name => Path.Exists(Path.Combine(gitDirectory, name))) is { } operation)
        {
            throw new ChartReleaseException(
                FailureReason.RepositoryNotWritable,
                $"The repository is in the middle of an operation ({operation}).",
                "A repository in which nothing else is going on.",
                "Finish or abort the merge, rebase, cherry-pick, revert or bisect (git status tells how), then run the command again.");
        }

        if (Path.Combine(gitDirectory, "index.lock") is var file && File.Exists(file))
        {
            throw new ChartReleaseException(
                FailureReason.RepositoryNotWritable,
                "Another git process holds the index (index.lock), or one that was killed left that file.",
                "A repository in which nothing else is going on.",
                $"Wait until that git has ended (an editor or an IDE may run one); when no git runs, delete {file}. Then run the command again.");
        }
    }

    /// <summary>Deletes the locks of a git that this program killed.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>.</exception>
    public void DeleteLocks() => GitDeadLocks.Delete(GitDeadLocks.Present(repository).Except(_before));
}
