using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>Runs a command of git that takes ids of commits and tells the commits in the raw form.</summary>
internal static class GitRawReader
{
    /// <summary>Runs it; without commits git is not asked.</summary>
    public static async Task<IReadOnlyList<LoggedCommit>> ReadAsync(
        GitCommand git, string[] arguments, IEnumerable<string> commits, CancellationToken cancellationToken)
    {
        var input = string.Concat(commits.Select(static commit => commit + "\n"));
        if (input.Length == 0)
        {
            return [];
        }

        var found = new List<LoggedCommit>();
        var parser = new RawLogParser(found.Add);
        var result = await ProcessRunner.RunAsync(
            git.Reader(arguments) with { Input = input },
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
        return result.ExitCode == 0 ? found : throw GitCommand.Failed(arguments[0], result);
    }
}
