namespace ChartRelease.Git;

/// <summary>Reads what the commit that HEAD names changed.</summary>
internal static class GitTipReader
{
    public static async Task<GitTip> ReadAsync(GitCommand git, CancellationToken cancellationToken)
    {
        // -m: also a merge is compared with its first parent.
        var output = await git.ReadAsync(
            ["log", "-1", "--first-parent", "-m", "--no-renames", "--format=%H %P", "--name-only", "-z", "HEAD"], cancellationToken).ConfigureAwait(false);
        var fields = output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return fields[0].Split(' ') is [var id, var parent, ..]
            ? new GitTip(id, parent, [.. fields[1..].Select(static path => path.TrimStart('\n'))])
            : throw new ChartReleaseException(
                FailureReason.GitFailed,
                $"'git log' printed a line that cannot be read: {fields[0]}",
                "The ids of a commit and its parents.",
                "Run git log yourself and correct what it says.");
    }
}
