using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>Commits and tags through the git command, with the user's identity, hooks and signing.</summary>
/// <param name="repository">The repository.</param>
public sealed class GitWriter(GitRepository repository)
{
    private readonly GitCommand _git = new(repository.Root);

    /// <summary>Commits the working tree's content of some files and nothing else, whatever else is staged.</summary>
    /// <param name="paths">Files relative to the root, with <c>/</c> separators.</param>
    /// <param name="message">The commit message.</param>
    /// <param name="cancellationToken">Stops git; nothing of the attempt stays unless the commit was already made.</param>
    /// <returns>Full id of the new commit; of HEAD when the files hold what is committed already.</returns>
    /// <exception cref="ChartReleaseException">
    /// A merge or rebase is going on, the index is locked, or git has no identity (<see cref="FailureReason.RepositoryNotWritable"/>); a hook
    /// or signing failed (<see cref="FailureReason.GitFailed"/>). Nothing of the attempt stays but what a hook, or somebody meanwhile, did to files.
    /// </exception>
    public async Task<string> CommitAsync(IReadOnlyCollection<string> paths, string message, CancellationToken cancellationToken)
    {
        var changes = await ChangesAsync(paths, cancellationToken).ConfigureAwait(false);
        return changes.Count == 0
            ? await HeadAsync(cancellationToken).ConfigureAwait(false)
            : await CommitAsync(paths, message, changes, static (_, _) => Task.CompletedTask, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same, for files that are all changed, and a commit that is of no use unless something else can be done with it.</summary>
    /// <param name="paths">Files relative to the root, with <c>/</c> separators; one that is gone is removed.</param>
    /// <param name="message">The commit message.</param>
    /// <param name="use">
    /// Gets the full id of the commit. When it fails the commit is taken back, and the index holds of its files what HEAD holds; files stay.
    /// With an <see cref="UncertainPushException"/> the commit stays.
    /// </param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="ChartReleaseException">
    /// Git sees no change in one of the files, because it was told not to look (<see cref="FailureReason.RepositoryNotWritable"/>). And see
    /// <see cref="CommitAsync(IReadOnlyCollection{string}, string, CancellationToken)"/>.
    /// </exception>
    public async Task<string> CommitAsync(
        IReadOnlyCollection<string> paths, string message, Func<string, CancellationToken, Task> use, CancellationToken cancellationToken)
    {
        var changes = await ChangesAsync(paths, cancellationToken).ConfigureAwait(false);
        return paths.Except(changes.Select(static change => change.Path)).FirstOrDefault() is { } unseen
            ? throw Unseen(unseen)
            : await CommitAsync(paths, message, changes, use, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Full id of the commit HEAD names now.</summary>
    public Task<string> HeadAsync(CancellationToken cancellationToken) => GitRevisionReader.ResolveAsync(_git, "HEAD", cancellationToken);

    /// <summary>The commit HEAD names now, beside its first parent.</summary>
    internal Task<GitTip> TipAsync() => GitTipReader.ReadAsync(_git, CancellationToken.None);

    /// <summary>Has the index hold of some files what HEAD holds; the files stay.</summary>
    internal Task UnstageAsync(IEnumerable<string> paths) =>
        RunAsync(null, ["reset", "--quiet", "--", .. paths.Select(Literal)], CancellationToken.None);

    /// <summary>Uses a commit that was made; when that fails the commit is taken off the branch, unless somebody else has committed since.</summary>
    internal async Task UseAsync(GitTip made, string before, Func<string, CancellationToken, Task> use, CancellationToken cancellationToken)
    {
        try
        {
            await use(made.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is not UncertainPushException && made.Parent == before)
        {
            await CleanUp.AfterAsync(cause, () => TakeBackAsync(made, before)).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Tags a commit with a tag object, signed when the user's settings say so.</summary>
    /// <param name="name">Name without <c>refs/tags/</c>.</param>
    /// <param name="commit">Full id of the commit.</param>
    /// <param name="message">The tag's message.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <returns><see langword="false"/> when the tag exists already and names the same commit.</returns>
    /// <exception cref="ChartReleaseException">
    /// The tag names another commit (<see cref="FailureReason.TagConflict"/>), or git refuses (<see cref="FailureReason.GitFailed"/>,
    /// <see cref="FailureReason.RepositoryNotWritable"/>).
    /// </exception>
    public async Task<bool> CreateAnnotatedTagAsync(string name, string commit, string message, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(name, commit, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        try
        {
            var made = await RunAsync(message, ["tag", "--annotate", "--cleanup=verbatim", "--file=-", "--", name, commit], cancellationToken)
                .ConfigureAwait(false);
            await GitTagSignature.RequireAsync(_git, name, made).ConfigureAwait(false);
            return true;
        }
        catch (ChartReleaseException exception) when (exception.Failure.Found.Contains("already exists", StringComparison.Ordinal))
        {
            // Somebody tagged in between; what counts is which commit.
            if (!await ExistsAsync(name, commit, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }

            return false;
        }
    }

    private Task<IReadOnlyList<GitChange>> ChangesAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        GitWriteGuard.ThrowIfBusy(repository.GitDirectory);
        return repository.StatusAsync(paths, cancellationToken);
    }

    private async Task<string> CommitAsync(
        IReadOnlyCollection<string> paths,
        string message,
        IReadOnlyList<GitChange> changes,
        Func<string, CancellationToken, Task> use,
        CancellationToken cancellationToken)
    {
        var before = await HeadAsync(cancellationToken).ConfigureAwait(false);
        var guard = new GitWriteGuard(repository);
        try
        {
            await RunCommitAsync(paths, message, changes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            await CleanUp.AfterAsync(cause, () => TidyAsync(guard, changes, before, isKilled: cause is OperationCanceledException)).ConfigureAwait(false);
            throw;
        }

        var made = await TipAsync().ConfigureAwait(false);
        await KeepInStepAsync(made).ConfigureAwait(false);
        await UseAsync(made, before, use, cancellationToken).ConfigureAwait(false);
        return made.Id;
    }

    // git writes nothing into the index until the commit is made, so that only what was added for it is to be taken out again.
    private async Task TidyAsync(GitWriteGuard guard, IReadOnlyList<GitChange> changes, string before, bool isKilled)
    {
        if (isKilled)
        {
            guard.DeleteLocks();
        }

        var tip = await TipAsync().ConfigureAwait(false);
        if (tip.Id != before)
        {
            // Stopped during a hook that runs after the commit.
            await KeepInStepAsync(tip).ConfigureAwait(false);
        }
        else if (Untracked(changes) is { Count: > 0 } added)
        {
            await UnstageAsync(added).ConfigureAwait(false);
        }
    }

    private async Task TakeBackAsync(GitTip made, string before)
    {
        await RunAsync(null, ["update-ref", "-m", "chart-release: commit taken back", "HEAD", before, made.Id], CancellationToken.None).ConfigureAwait(false);
        await UnstageAsync(made.Paths).ConfigureAwait(false);
    }

    private async Task RunCommitAsync(
        IReadOnlyCollection<string> paths, string message, IReadOnlyList<GitChange> changes, CancellationToken cancellationToken)
    {
        if (Untracked(changes) is { Count: > 0 } untracked)
        {
            await RunAsync(null, ["add", "--", .. untracked.Select(Literal)], cancellationToken).ConfigureAwait(false);
        }

        await RunAsync(message, ["commit", "--quiet", "--only", "--cleanup=verbatim", "--file=-", "--", .. paths.Select(Literal)], cancellationToken)
            .ConfigureAwait(false);
    }

    // What a hook adds while git commits single files gets into the commit, and not into the index that git writes afterwards.
    private async Task KeepInStepAsync(GitTip made)
    {
        var changes = await repository.StatusAsync(made.Paths, CancellationToken.None).ConfigureAwait(false);
        if (changes.Any(static change => change.IsStaged))
        {
            await UnstageAsync(made.Paths).ConfigureAwait(false);
        }
    }

    private async Task<bool> ExistsAsync(string name, string commit, CancellationToken cancellationToken)
    {
        var tags = await repository.TagsAsync(cancellationToken).ConfigureAwait(false);
        return tags.FirstOrDefault(tag => tag.Name == name) switch
        {
            null => false,
            { } tag when tag.Commit == commit => true,
            { } tag => throw new ChartReleaseException(
                FailureReason.TagConflict,
                $"The tag '{name}' names the commit {tag.Commit}, not {commit}.",
                "A tag that does not exist yet, or that names the released commit.",
                $"Release a new version, or, if the tag is wrong, delete it: git tag --delete {name}."),
        };
    }

    private async Task<ProcessResult> RunAsync(string? input, string[] arguments, CancellationToken cancellationToken)
    {
        var result = await ProcessRunner.RunAsync(_git.Writer(Message(input), arguments), cancellationToken).ConfigureAwait(false);
        if (result.ExitCode == 0)
        {
            return result;
        }

        throw IsIdentityMissing(result.Error)
            ? new ChartReleaseException(
                FailureReason.RepositoryNotWritable,
                $"Git does not know who commits: {result.Words.Split('\n')[^1]}",
                "A name and a mail address in git's settings.",
                "Set them: git config user.name NAME; git config user.email MAIL (or GIT_AUTHOR_NAME, GIT_COMMITTER_NAME, … in the environment).")
            : GitCommand.Failed(arguments[0], result);
    }

    private static List<string> Untracked(IEnumerable<GitChange> changes) =>
        [.. changes.Where(static change => change.State == "??").Select(static change => change.Path)];

    private static string Literal(string path) => ":(top,literal)" + path;

    // Without a line feed at its end a signature would be glued to the last line, where nobody finds it.
    private static string? Message(string? text) => text is null ? null : text.TrimEnd() + "\n";

    private static ChartReleaseException Unseen(string path) => new(
        FailureReason.RepositoryNotWritable,
        $"Git sees no change in {path}, though it was changed.",
        "Files that git follows.",
        $"See why: git ls-files -v -- {path} (S: skip-worktree, h: assume-unchanged), git check-ignore -v -- {path}; undo it, then run the command again.");

    private static bool IsIdentityMissing(string error) =>
        error.Contains("Please tell me who you are", StringComparison.Ordinal)
        || error.Contains("empty ident name", StringComparison.Ordinal)
        || error.Contains("no email was given", StringComparison.Ordinal)
        || error.Contains("no name was given", StringComparison.Ordinal);
}
