using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>Finds the last commit of each set of paths in one walk: <c>git log --raw -z -m</c>, ended when every set is answered.</summary>
internal static class GitHistoryReader
{
    /// <summary>With more paths than this git spends more time comparing paths than it saves.</summary>
    private const int MaxPaths = 8;

    private static readonly string[] Log =
    [
        "log", "--raw", "-z", "-m", "--format=raw", "--no-abbrev", "--no-renames", "--no-notes", "--no-decorate", "--no-color",
        "--no-mailmap", "--no-ext-diff", "--ignore-submodules=none",
        // Every commit of the history is told, also those that touch nothing of interest, so that the walk can follow parents.
        "--full-history", "--sparse",
    ];

    public static async Task<IReadOnlyDictionary<string, GitCommit>> ReadAsync(
        GitCommand git, string shallowFile, string commit, IReadOnlyDictionary<string, IReadOnlyCollection<string>> sets, CancellationToken cancellationToken)
    {
        var boundary = await ShallowBoundary.ReadAsync(shallowFile, cancellationToken).ConfigureAwait(false);
        var walk = new LastCommitWalk(commit, sets, boundary);
        if (walk.IsDone)
        {
            return walk.Answers;
        }

        var parser = new RawLogParser(walk.Accept);
        var request = git.Reader([.. Log, commit, "--", .. Paths(sets.Values.SelectMany(static set => set))]);
        var result = await ProcessRunner.RunAsync(
            request,
            (stream, token) => NulSeparated.ReadAsync(
                stream,
                field =>
                {
                    parser.Accept(field);
                    return !walk.IsDone;
                },
                token),
            cancellationToken).ConfigureAwait(false);
        if (result.ExitCode > 0)
        {
            throw GitCommand.Failed("log", result);
        }

        parser.Finish();
        return walk.Hidden is { } hidden ? throw Shallow(hidden) : walk.Answers;
    }

    /// <summary>The folders above the paths; nothing, which means everything, when they are many or the root is among them.</summary>
    private static string[] Paths(IEnumerable<string> paths)
    {
        string[] parents = [.. paths.Select(static path => path.Contains('/', StringComparison.Ordinal)
            ? path[..path.LastIndexOf('/')]
            : path).Distinct()];
        return parents.Length > MaxPaths || parents.Contains(".") ? [] : parents;
    }

    private static ChartReleaseException Shallow(string folder) => new(
        FailureReason.ShallowClone,
        $"This is a shallow clone that hides the last commit of '{folder}'.",
        "The history back to the last commit of every chart.",
        "Fetch it: git fetch --unshallow; in GitHub Actions set 'fetch-depth: 0' for actions/checkout.");
}
