using System.Text.RegularExpressions;

namespace ChartRelease.Versioning.Commits;

/// <summary>Takes out commits that a later one takes back, and the one that does.</summary>
internal static partial class RevertedCommits
{
    /// <summary>
    /// What is left. A revert names its commits as git writes it (<c>This reverts commit ID.</c>), as Conventional Commits suggests
    /// (<c>revert: …</c> with <c>Refs: ID, ID</c>), or by the subject only, as GitHub does (<c>Revert "SUBJECT" (#7)</c>). One that takes back
    /// what is not among these commits stays: it is a change.
    /// </summary>
    /// <param name="newestFirst">The commits; a revert comes before what it takes back.</param>
    public static IReadOnlyList<CommitMessage> TakeOut(IReadOnlyList<CommitMessage> newestFirst)
    {
        var gone = new HashSet<int>();
        for (var index = 0; index < newestFirst.Count; index++)
        {
            // A revert that was taken back itself takes nothing back.
            if (!gone.Contains(index) && Targets(newestFirst, index) is { Count: > 0 } targets)
            {
                gone.Add(index);
                gone.UnionWith(targets);
            }
        }

        return [.. newestFirst.Where((_, index) => !gone.Contains(index))];
    }

    private static HashSet<int> Targets(IReadOnlyList<CommitMessage> commits, int revert)
    {
        var (subject, body) = ConventionalCommit.Split(commits[revert].Text);
        var older = Enumerable.Range(revert + 1, commits.Count - revert - 1);
        var ids = Ids(subject, body);
        if (ids.Count > 0)
        {
            return [.. older.Where(index => ids.Exists(id => commits[index].Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)))];
        }

        return BySubject().Match(subject) is { Success: true } match
            ? [.. older.Where(index => ConventionalCommit.Split(commits[index].Text).Subject == match.Groups["subject"].Value).Take(1)]
            : [];
    }

    private static List<string> Ids(string subject, string body)
    {
        var references = subject.StartsWith("revert", StringComparison.OrdinalIgnoreCase) ? References().Matches(body) : Enumerable.Empty<Match>();
        return [.. ByGit().Matches(body).Concat(references).SelectMany(match => match.Groups["id"].Captures).Select(id => id.Value)];
    }

    [GeneratedRegex(@"^This reverts commit (?<id>[0-9a-fA-F]{7,64})\b", RegexOptions.Multiline)]
    private static partial Regex ByGit();

    [GeneratedRegex(@"^Refs: (?:(?<id>[0-9a-fA-F]{7,64})(?:, *)?)+$", RegexOptions.Multiline)]
    private static partial Regex References();

    [GeneratedRegex("\\ARevert \"(?<subject>.*)\"(?: \\(#[0-9]+\\))?\\z")]
    private static partial Regex BySubject();
}
