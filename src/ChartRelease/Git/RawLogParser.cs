using System.Globalization;

namespace ChartRelease.Git;

/// <summary>A commit with the paths it touched, if it was asked for those.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Paths">The paths.</param>
internal sealed record LoggedCommit(GitCommit Commit, List<string> Paths);

/// <summary>
/// Reads <c>git log -z --format=raw</c>, and <c>git diff-tree --raw -z -c --pretty=raw</c>. Their fields are <c>commit ID</c> with header and message, to which
/// the first <c>:modes ids state</c> is glued; a path; further <c>:…</c> and path; and empty ones between commits.
/// </summary>
/// <param name="accept">Takes each commit.</param>
internal sealed class RawLogParser(Action<LoggedCommit> accept)
{
    private LoggedCommit? _current;
    private bool _pathFollows;

    public void Accept(string field)
    {
        if (_pathFollows && _current is not null)
        {
            _current.Paths.Add(field);
            _pathFollows = false;
        }
        else if (field.StartsWith(':'))
        {
            _pathFollows = true;
        }
        else if (field.StartsWith("commit ", StringComparison.Ordinal))
        {
            BeginCommit(field);
        }
        else if (field.Length > 0)
        {
            throw new ChartReleaseException(
                FailureReason.GitFailed,
                $"'git log' printed what cannot be read: {field[..Math.Min(field.Length, 200)]}",
                "Commits in the raw form.",
                "Run git log yourself and correct what it says.");
        }
    }

    public void Finish()
    {
        if (_current is { } commit)
        {
            _current = null;
            accept(commit);
        }
    }

    private void BeginCommit(string field)
    {
        var lines = field.Split('\n');
        Finish();
        _current = Parse(lines[0]["commit ".Length..], lines);
        _pathFollows = lines[^1].StartsWith(':');
    }

    private static LoggedCommit Parse(string id, string[] lines)
    {
        List<string> parents = [];
        var (author, mail) = ("", "");
        var time = DateTimeOffset.UnixEpoch;
        var index = 1;
        for (; index < lines.Length && lines[index].Length > 0; index++)
        {
            var line = lines[index];
            if (line.StartsWith("parent ", StringComparison.Ordinal))
            {
                parents.Add(line["parent ".Length..]);
            }
            else if (line.StartsWith("author ", StringComparison.Ordinal))
            {
                (author, mail) = Person(line["author ".Length..]);
            }
            else if (line.StartsWith("committer ", StringComparison.Ordinal))
            {
                time = Time(line);
            }
        }

        // Each line of the message is indented by four spaces.
        List<string> message =
        [
            .. lines.Skip(index + 1)
                .TakeWhile(static line => line.Length == 0 || line.StartsWith("    ", StringComparison.Ordinal))
                .Select(static line => line.Length < 4 ? "" : line[4..].TrimEnd()),
        ];
        var subject = message.TakeWhile(static line => line.Length > 0).ToList();
        var commit = new GitCommit(id, time, author, string.Join(' ', subject.Select(static line => line.Trim())))
        {
            AuthorMail = mail,
            Body = string.Join('\n', message.Skip(subject.Count)).Trim('\n'),
            Parents = parents,
        };
        return new LoggedCommit(commit, []);
    }

    /// <summary>Reads <c>NAME &lt;MAIL&gt; SECONDS ZONE</c>.</summary>
    private static (string Name, string Mail) Person(string text)
    {
        var (open, close) = (text.LastIndexOf('<'), text.LastIndexOf('>'));
        return open < 0 || close < open ? (text, "") : (text[..open].TrimEnd(), text[(open + 1)..close]);
    }

    /// <summary>Reads <c>committer NAME &lt;MAIL&gt; SECONDS ZONE</c>.</summary>
    private static DateTimeOffset Time(string line) =>
        line.Split(' ') is [.., var seconds, _] && long.TryParse(seconds, CultureInfo.InvariantCulture, out var value)
            ? DateTimeOffset.FromUnixTimeSeconds(value)
            : throw new ChartReleaseException(
                FailureReason.GitFailed,
                $"A commit has no readable time: {line}",
                "Seconds since 1970 and a time zone after the committer.",
                "Check the repository with git fsck.");
}
