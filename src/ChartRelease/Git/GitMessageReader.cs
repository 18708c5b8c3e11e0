namespace ChartRelease.Git;

/// <summary>Reads authors and messages of commits: <c>git log --no-walk --stdin</c>, which gives them in UTF-8 whatever they were written in.</summary>
internal static class GitMessageReader
{
    private static readonly string[] _arguments =
    [
        "log", "--no-walk=unsorted", "--stdin", "-z", "--format=raw", "--no-abbrev", "--no-patch", "--no-notes", "--no-decorate", "--no-color", "--no-mailmap",
    ];

    /// <returns>The commits by id.</returns>
    public static async Task<IReadOnlyDictionary<string, GitCommit>> ReadAsync(
        GitCommand git, IEnumerable<string> commits, CancellationToken cancellationToken) =>
        (await GitRawReader.ReadAsync(git, _arguments, commits, cancellationToken).ConfigureAwait(false))
            .ToDictionary(static commit => commit.Commit.Id, static commit => commit.Commit, StringComparer.Ordinal);
}
