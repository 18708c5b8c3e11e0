using System.Globalization;
using System.Text.RegularExpressions;

namespace ChartRelease.Versioning.Commits;

/// <summary>Reads what changed out of commits. Pure.</summary>
public static partial class CommitChanges
{
    /// <summary>The changes that count, in the order of the commits.</summary>
    /// <remarks>
    /// Commits that were taken back count no more, nor do merges whose message follows no convention, since the merged commits speak for
    /// themselves. A squash merge counts as its strongest commit. Of a bot's message only the first line counts: below it stand
    /// the release notes of somebody else.
    /// </remarks>
    /// <param name="newestFirst">The commits, newest first.</param>
    public static IReadOnlyList<CommitChange> Of(IReadOnlyList<CommitMessage> newestFirst) =>
        [.. RevertedCommits.TakeOut(newestFirst).Select(Read).OfType<CommitChange>()];

    /// <summary>The change that decides: the newest of the strongest; <see langword="null"/> when there is none.</summary>
    public static CommitChange? Decisive(IEnumerable<CommitChange> changes) => changes.MaxBy(change => change.Impact);

    private static CommitChange? Read(CommitMessage commit)
    {
        var (subject, _) = ConventionalCommit.Split(commit.Text);
        var messages = IsBot(commit) ? [subject] : SquashedCommits.In(commit.Text);
        var parsed = messages
            .Select(message => ConventionalCommit.TryParse(message, out var conventional) ? conventional : null)
            .OfType<ConventionalCommit>().ToList();
        if (commit.IsMerge && parsed.Count == 0)
        {
            return null;
        }

        var strongest = parsed.MaxBy(conventional => conventional.Impact);
        var shown = ConventionalCommit.TryParse(subject, out var own) ? own : strongest;
        return new CommitChange(
            commit.Id, shown?.Type, shown?.Scope, own?.Description ?? subject, strongest?.Impact ?? ChangeImpact.Patch, strongest?.BreakingNote)
        {
            Issues = [.. messages.SelectMany(IssuesIn).Distinct()],
        };
    }

    private static IEnumerable<int> IssuesIn(string message) => Footer().Matches(message)
        .SelectMany(footer => footer.Groups["issue"].Captures)
        .Select(issue => int.TryParse(issue.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Where(number => number > 0);

    private static bool IsBot(CommitMessage commit) =>
        BotName().IsMatch(commit.Author) || commit.Text.Contains("\nSigned-off-by: dependabot[bot]", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:Close[sd]?|Fix(?:es|ed)?|Resolve[sd]?|Refs?)(?::? #(?<issue>[0-9]+)(?:, #(?<issue>[0-9]+))*)", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Footer();

    [GeneratedRegex(@"(?:\[bot\]|[ -]bot)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BotName();
}
