using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>Asks about remotes, and remotes themselves.</summary>
internal static class GitRemoteReader
{
    /// <summary>What a branch follows; <see langword="null"/> when nothing is set.</summary>
    public static async Task<GitUpstream?> UpstreamAsync(GitCommand git, string branch, CancellationToken cancellationToken)
    {
        var output = await git.ReadAsync(
            ["for-each-ref", "--format=%(upstream:remotename)%00%(upstream:remoteref)", $"refs/heads/{branch}"], cancellationToken).ConfigureAwait(false);
        return output.Split('\n')[0].Split('\0') is [{ Length: > 0 } remote, { Length: > 0 } reference] ? new GitUpstream(remote, reference) : null;
    }

    /// <summary>Address of a remote, which may hold a password; <see langword="null"/> when there is no such remote.</summary>
    public static async Task<string?> AddressAsync(GitCommand git, string remote, CancellationToken cancellationToken)
    {
        var result = await ProcessRunner.RunAsync(git.Reader("remote", "get-url", "--", remote), cancellationToken).ConfigureAwait(false);
        return result.ExitCode == 0 ? result.Output.Trim() : null;
    }

    /// <summary>What the remote itself has below these full names, peeled where they are tags: commit by name.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.GitFailed"/>: it cannot be asked.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> ListAsync(
        GitCommand git, string remote, IReadOnlyCollection<string> references, CancellationToken cancellationToken)
    {
        // For an annotated tag a second line, with ^{} at its end, names the commit.
        var patterns = references.SelectMany(static reference => new[] { reference, reference + "^{}" });
        var output = await git.ReadAsync(["ls-remote", "--", remote, .. patterns], cancellationToken).ConfigureAwait(false);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('\t') is [var id, var name] && references.Contains(name.Replace("^{}", "", StringComparison.Ordinal)))
            {
                found[name.Replace("^{}", "", StringComparison.Ordinal)] = id;
            }
        }

        return found;
    }

    /// <summary>Whether one commit is part of another's history; one that is not in the repository is not.</summary>
    public static async Task<bool> IsAncestorAsync(GitCommand git, string commit, string of, CancellationToken cancellationToken) =>
        (await ProcessRunner.RunAsync(git.Reader("merge-base", "--is-ancestor", commit, of), cancellationToken).ConfigureAwait(false)).ExitCode == 0;
}
