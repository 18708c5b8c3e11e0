using System.Globalization;
using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>Finds the last commit of each set of paths in one walk over <c>git rev-list</c>, ended when every set is answered.</summary>
internal sealed class GitLastCommitReader(GitCommand git, GitChanges changes, IReadOnlySet<string> boundary)
{
    /// <summary>Most charts have changed lately, so the first steps are short; each later one is longer by a factor.</summary>
    private const int FirstStep = 64;
    private const int Factor = 4;
    private static readonly long _latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    // As git prints them: what other tools wrote into a commit need not be a time, and only answers have to be one.
    private readonly Dictionary<string, string> _seconds = new(StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, GitCommitTime>> ReadAsync(
        string commit, IReadOnlyDictionary<string, IReadOnlyCollection<string>> sets, CancellationToken cancellationToken)
    {
        var walk = new LastCommitWalk(commit, sets, boundary);
        if (!walk.IsDone)
        {
            var result = await ProcessRunner.RunAsync(
                git.Reader("rev-list", "--parents", "--timestamp", commit),
                (stream, token) => WalkAsync(stream, walk, token),
                cancellationToken).ConfigureAwait(false);
            if (result.ExitCode > 0)
            {
                throw GitCommand.Failed("rev-list", result);
            }
        }

        return walk.Hidden is { } hidden
            ? throw Shallow(hidden)
            : walk.Answers.ToDictionary(static answer => answer.Key, answer => Time(answer.Value), StringComparer.Ordinal);
    }

    private async Task<bool> WalkAsync(Stream stream, LastCommitWalk walk, CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(stream, leaveOpen: true);
        for (var step = FirstStep; await NextAsync(lines, step, cancellationToken).ConfigureAwait(false) is { Count: > 0 } commits; step *= Factor)
        {
            foreach (var change in await changes.ReadAsync(commits, walk.Paths, cancellationToken).ConfigureAwait(false))
            {
                walk.Accept(change);
            }

            if (walk.IsDone)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<List<CommitNode>> NextAsync(StreamReader lines, int count, CancellationToken cancellationToken)
    {
        var commits = new List<CommitNode>();
        while (commits.Count < count && await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            commits.Add(Parse(line));
        }

        return commits;
    }

    /// <summary>Reads <c>SECONDS SP ID { SP PARENT }</c>.</summary>
    private CommitNode Parse(string line)
    {
        var words = line.Split(' ');
        _seconds[words[1]] = words[0];
        return new CommitNode(words[1], words[2..]);
    }

    private GitCommitTime Time(string commit) =>
        long.TryParse(_seconds[commit], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= _latest
            ? new GitCommitTime(commit, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : throw new ChartReleaseException(
                FailureReason.GitFailed,
                $"The commit {commit}, the last of a chart, was made at second {_seconds[commit]} of 1970, which is no time.",
                "A commit made between 1970 and the year 9999: its time becomes the chart's.",
                "Commit a change to the chart, with a clock that is right, and run again.");

    private static ChartReleaseException Shallow(string folder) => new(
        FailureReason.ShallowClone,
        $"This is a shallow clone that hides the last commit of '{folder}'.",
        "The history back to the last commit of every chart.",
        "Fetch it: git fetch --unshallow; in GitHub Actions set 'fetch-depth: 0' for actions/checkout.");
}
