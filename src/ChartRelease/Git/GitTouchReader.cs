using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>Reads messages and touched folders of commits: <c>git diff-tree --stdin --raw -z -c</c>.</summary>
internal static class GitTouchReader
{
    /// <summary>With more paths than this git spends more time comparing paths than it saves.</summary>
    private const int MaxPaths = 8;

    /// <summary>From this many commits on two processes share the work.</summary>
    private const int WorthTwo = 2_000;

    private static readonly string[] Arguments =
    [
        "diff-tree", "--stdin", "-r", "-c", "--root", "--raw", "-z", "--pretty=raw", "--no-abbrev", "--no-renames", "--no-notes", "--no-color",
        "--no-ext-diff", "--ignore-submodules=none",
    ];

    /// <returns>The commits that touched a folder, by id.</returns>
    public static async Task<IReadOnlyDictionary<string, GitTouch>> ReadAsync(
        GitCommand git, IReadOnlyList<string> commits, FolderSet folders, CancellationToken cancellationToken)
    {
        if (commits.Count == 0)
        {
            return new Dictionary<string, GitTouch>();
        }

        // Neighbours stay together: git keeps the trees it unpacked last.
        var size = commits.Count < WorthTwo ? commits.Count : (commits.Count + 1) / 2;
        var parts = await Task.WhenAll(commits.Chunk(size).Select(part => ReadPartAsync(git, part, folders, cancellationToken))).ConfigureAwait(false);
        return parts.SelectMany(static part => part).ToDictionary(static touch => touch.Commit.Id, StringComparer.Ordinal);
    }

    private static async Task<List<GitTouch>> ReadPartAsync(
        GitCommand git, string[] commits, FolderSet folders, CancellationToken cancellationToken)
    {
        List<GitTouch> touches = [];
        var parser = new RawLogParser(commit =>
        {
            if (folders.HoldersOf(commit.Touched.Values.SelectMany(static paths => paths)) is { Count: > 0 } touched)
            {
                touches.Add(new GitTouch(commit.Commit, [.. touched.Order(StringComparer.Ordinal)]));
            }
        });
        var request = git.Reader([.. Arguments, "--", .. Paths(folders)]) with { Input = string.Join('\n', commits) + "\n" };
        var result = await ProcessRunner.RunAsync(
            request,
            (stream, token) => NulSeparated.ReadAsync(
                stream,
                field =>
                {
                    parser.Accept(field);
                    return true;
                },
                token),
            cancellationToken).ConfigureAwait(false);
        parser.Finish();
        return result.ExitCode == 0 ? touches : throw GitCommand.Failed("diff-tree", result);
    }

    /// <summary>The folders, or those above them; nothing, which means everything, when they are many or the root is among them.</summary>
    private static string[] Paths(FolderSet folders)
    {
        string[] paths = folders.Count <= MaxPaths ? [.. folders.All] : [.. folders.All.Select(Parent).Distinct()];
        return paths.Length > MaxPaths || paths.Contains(".") ? [] : paths;
    }

    private static string Parent(string folder) =>
        folder.Contains('/', StringComparison.Ordinal) ? folder[..folder.LastIndexOf('/')] : folder;
}
