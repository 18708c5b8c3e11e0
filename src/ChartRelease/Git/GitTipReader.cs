namespace ChartRelease.Git;

/// <summary>Reads what the commit that HEAD names changed.</summary>
internal static class GitTipReader
{
    public static async Task<GitTip> ReadAsync(GitCommand git, CancellationToken cancellationToken)
    {
        // -m: also a merge is compared with its first parent.
        var output = await git.ReadAsync(
            ["log", "-1", "--first-parent", "-m", "--no-renames", "--format=%H %P%n%B", "--name-only", "-z", "HEAD"], cancellationToken).ConfigureAwait(false);
        var fields = output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var lines = fields[0].Split('\n', 2);
        return lines[0].Split(' ') is [var id, var parent, ..]
            ? new GitTip(id, parent, lines[^1], [.. fields[1..].Select(static path => path.TrimStart('\n'))])
            : throw new ChartReleaseException(
                FailureReason.GitFailed,
                $"'git log' printed a line that cannot be read: {fields[0]}",
                "The ids of a commit and its parents.",
                "Run git log yourself and correct what it says.");
    }
}
