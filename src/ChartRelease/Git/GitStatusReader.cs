using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>Lists what is not committed: <c>git status --porcelain=v2 -z</c>.</summary>
internal static class GitStatusReader
{
    public static async Task<IReadOnlyList<GitChange>> ReadAsync(
        GitCommand git, string gitDirectory, IReadOnlyCollection<string> folders, CancellationToken cancellationToken)
    {
        // Without an index nothing is checked out (git clone --no-checkout), so nothing can be edited.
        if (folders.Count == 0 || !File.Exists(Path.Combine(gitDirectory, "index")))
        {
            return [];
        }

        List<GitChange> changes = [];
        var request = git.Reader(
            ["status", "--porcelain=v2", "-z", "--untracked-files=all", "--ignored=no", "--no-renames", "--ignore-submodules=none", "--", .. folders]);
        var result = await ProcessRunner.RunAsync(
            request,
            (stream, token) => NulSeparated.ReadAsync(
                stream,
                line =>
                {
                    if (Parse(line) is { } change)
                    {
                        changes.Add(change);
                    }

                    return true;
                },
                token),
            cancellationToken).ConfigureAwait(false);
        return result.ExitCode == 0 ? changes : throw GitCommand.Failed("status", result);
    }

    private static GitChange? Parse(string line) => line switch
    {
        // 1 XY sub mH mI mW hH hI path
        ['1', ' ', ..] when line.Split(' ', 9) is [_, var state, .., var path] => new GitChange(path, state),
        // u XY sub m1 m2 m3 mW h1 h2 h3 path
        ['u', ' ', ..] when line.Split(' ', 11) is [_, var state, .., var path] => new GitChange(path, state),
        ['?', ' ', .. var path] => new GitChange(path, "??"),
        "" => null,
        _ => throw new ChartReleaseException(
            FailureReason.GitFailed,
            $"'git status' printed a line that cannot be read: {line}",
            "Lines in the form of --porcelain=v2.",
            "Run git status yourself and correct what it says."),
    };
}
