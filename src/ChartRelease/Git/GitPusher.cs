using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>Sends commits and tags to a remote through the git command, with the user's hooks and credentials; nothing is forced.</summary>
/// <param name="repository">The repository.</param>
public sealed class GitPusher(GitRepository repository)
{
    private readonly GitCommand _git = new(repository.Root);

    /// <summary>Finds where a branch goes to, and sees to it that what is there is part of it.</summary>
    /// <param name="branch">The branch without <c>refs/heads/</c>; <see langword="null"/> when HEAD is detached.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.RepositoryNotWritable"/>: detached, follows no remote branch, or is behind it.
    /// <see cref="FailureReason.GitFailed"/>: the remote cannot be asked.
    /// </exception>
    public async Task<GitUpstream> CheckAsync(string? branch, CancellationToken cancellationToken)
    {
        var upstream = branch is null ? null : await GitRemoteReader.UpstreamAsync(_git, branch, cancellationToken).ConfigureAwait(false);
        if (upstream is null)
        {
            throw NoUpstream(branch);
        }

        var there = await GitRemoteReader.ListAsync(_git, upstream.Remote, [upstream.Reference], cancellationToken).ConfigureAwait(false);
        if (there.TryGetValue(upstream.Reference, out var tip)
            && !await GitRemoteReader.IsAncestorAsync(_git, tip, repository.HeadCommit, cancellationToken).ConfigureAwait(false))
        {
            throw Behind(branch!, upstream);
        }

        return upstream with { Tip = tip };
    }

    /// <summary>Pushes a commit, unless it was seen there. Stopped when it has arrived already, this is no failure.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.GitFailed"/>: the remote, or a hook, refused; it does not have the commit.</exception>
    /// <exception cref="UncertainPushException">The push failed, and whether the remote has the commit cannot be told.</exception>
    public async Task PushAsync(GitUpstream upstream, string commit, CancellationToken cancellationToken)
    {
        if (upstream.Tip == commit)
        {
            return;
        }

        try
        {
            var result = await RunAsync(upstream.Remote, [$"{commit}:{upstream.Reference}"], cancellationToken).ConfigureAwait(false);
            if (result.ExitCode != 0)
            {
                throw Refused(result, $"{upstream}");
            }
        }
        catch (Exception exception) when (exception is ChartReleaseException or OperationCanceledException)
        {
            if (!await HasAsync(upstream, commit, exception).ConfigureAwait(false))
            {
                throw;
            }
        }
    }

    /// <summary>Says which tags a remote lacks.</summary>
    /// <param name="remote">Name of the remote.</param>
    /// <param name="tags">Names without <c>refs/tags/</c>, each with the full id of its commit.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.TagConflict"/>: the remote has one on another commit.</exception>
    public async Task<IReadOnlyList<string>> MissingTagsAsync(string remote, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        var there = await GitRemoteReader.ListAsync(_git, remote, [.. tags.Keys.Select(Reference)], cancellationToken).ConfigureAwait(false);
        foreach (var (tag, commit) in tags)
        {
            if (there.TryGetValue(Reference(tag), out var other) && other != commit)
            {
                throw Conflict(remote, tag, other, commit);
            }
        }

        return [.. tags.Keys.Where(tag => !there.ContainsKey(Reference(tag)))];
    }

    /// <summary>Pushes tags, all or none.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.GitFailed"/>: the remote, or a hook, refused.</exception>
    public async Task PushTagsAsync(string remote, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        var result = await RunAsync(remote, [.. tags.Select(tag => $"{Reference(tag)}:{Reference(tag)}")], cancellationToken).ConfigureAwait(false);
        if (result.ExitCode != 0)
        {
            throw Refused(result, remote);
        }
    }

    private static string Reference(string tag) => $"refs/tags/{tag}";

    private Task<ProcessResult> RunAsync(string remote, string[] references, CancellationToken cancellationToken) =>
        ProcessRunner.RunAsync(_git.Writer(null, ["push", .. references.Length > 1 ? ["--atomic"] : Array.Empty<string>(), "--", remote, .. references]), cancellationToken);

    // The answer may have been lost after the commit arrived.
    private async Task<bool> HasAsync(GitUpstream upstream, string commit, Exception cause)
    {
        try
        {
            var there = await GitRemoteReader.ListAsync(_git, upstream.Remote, [upstream.Reference], CancellationToken.None).ConfigureAwait(false);
            return there.GetValueOrDefault(upstream.Reference) == commit;
        }
        catch (ChartReleaseException exception)
        {
            throw new UncertainPushException(upstream, commit, cause, exception);
        }
    }

    private static ChartReleaseException NoUpstream(string? branch) => new(
        FailureReason.RepositoryNotWritable,
        branch is null ? "HEAD is detached, so there is no branch to push." : $"The branch {branch} follows no branch of a remote.",
        "A branch that git knows where to push.",
        branch is null ? "Check a branch out (git switch BRANCH), or leave out --push." : $"Set it once: git push --set-upstream origin {branch}; or leave out --push.");

    private static ChartReleaseException Behind(string branch, GitUpstream upstream) => new(
        FailureReason.RepositoryNotWritable,
        $"The branch {branch} is behind {upstream}, or has diverged from it.",
        "A branch that holds everything its remote has.",
        "Bring it up to date (git pull --rebase), then run this again.");

    private static ChartReleaseException Conflict(string remote, string tag, string other, string commit) => new(
        FailureReason.TagConflict,
        $"At {remote} the tag '{tag}' names the commit {other}, not {commit}.",
        "A tag that does not exist yet, or that names the released commit.",
        $"Release a new version, or, if that tag is wrong, delete it there: git push --delete {remote} {tag}.");

    private static ChartReleaseException Refused(ProcessResult result, string where) => new(
        FailureReason.GitFailed,
        $"'git push' to {where} ended with exit code {result.ExitCode}: {result.Words}",
        "A remote that takes the commit.",
        "Correct what git says (rights, a protected branch, a hook), then run the command again.");
}
