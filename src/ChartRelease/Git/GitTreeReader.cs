using System.Globalization;
using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>Lists a commit's files: <c>git ls-tree -r -z -l --full-tree</c>.</summary>
internal static class GitTreeReader
{
    public static async Task<GitTree> ReadAsync(
        GitCommand git, string commit, IReadOnlyCollection<string>? folders, CancellationToken cancellationToken)
    {
        string[] paths = folders is null || folders.Contains(".") ? [] : [.. folders];
        if (folders is { Count: 0 })
        {
            return new GitTree(commit, []);
        }

        var entries = await ListAsync(git, commit, paths, cancellationToken).ConfigureAwait(false);
        if (paths.Length > 0 && entries.Exists(static entry => entry.Kind == GitEntryKind.SymbolicLink))
        {
            entries = await ListAsync(git, commit, [], cancellationToken).ConfigureAwait(false);
        }

        return new GitTree(commit, entries);
    }

    private static async Task<List<GitTreeEntry>> ListAsync(GitCommand git, string commit, string[] paths, CancellationToken cancellationToken)
    {
        List<GitTreeEntry> entries = [];
        var request = git.Reader(["ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", .. paths]);
        var result = await ProcessRunner.RunAsync(
            request,
            (stream, token) => NulSeparated.ReadAsync(
                stream,
                line =>
                {
                    entries.Add(Parse(line));
                    return true;
                },
                token),
            cancellationToken).ConfigureAwait(false);
        return result.ExitCode == 0 ? entries : throw GitCommand.Failed("ls-tree", result);
    }

    /// <summary>Reads <c>MODE SP TYPE SP ID SP+ SIZE TAB PATH</c>.</summary>
    private static GitTreeEntry Parse(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return tab > 0
            && line[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var mode, _, var id, var size]
            && Kind(mode) is { } kind
                ? new GitTreeEntry(line[(tab + 1)..], kind, id, size == "-" ? 0 : long.Parse(size, CultureInfo.InvariantCulture))
                : throw new ChartReleaseException(
                    FailureReason.GitFailed,
                    $"'git ls-tree' printed a line that cannot be read: {line}",
                    "Lines of mode, type, id, size and path.",
                    "Check the repository with git fsck.");
    }

    private static GitEntryKind? Kind(string mode) => mode switch
    {
        "100755" => GitEntryKind.ExecutableFile,
        "120000" => GitEntryKind.SymbolicLink,
        "160000" => GitEntryKind.Submodule,
        // Very old repositories hold other permissions, such as 100664.
        _ when mode.StartsWith("100", StringComparison.Ordinal) => GitEntryKind.File,
        _ => null,
    };
}
