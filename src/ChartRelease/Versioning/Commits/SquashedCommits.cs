using System.Text.RegularExpressions;

namespace ChartRelease.Versioning.Commits;

/// <summary>Finds the commits that a squash merge put into one message.</summary>
internal static partial class SquashedCommits
{
    /// <summary>
    /// The message itself, then the messages of the commits in it: what GitHub and GitLab list as <c>* SUBJECT</c>, or what
    /// <c>git merge --squash</c> writes below <c>Squashed commit of the following:</c>.
    /// </summary>
    public static IReadOnlyList<string> In(string message)
    {
        var text = message.ReplaceLineEndings("\n");
        var listed = ListStart().Split(text);
        return ListedByGit().Matches(text) is { Count: > 0 } found
            ? [text[..found[0].Index], .. found.Select(match => Indentation().Replace(match.Groups["message"].Value, ""))]
            : listed;
    }

    [GeneratedRegex(@"^\* (?=[A-Za-z][A-Za-z0-9_-]*(?:\([^()]+\))?!?: )", RegexOptions.Multiline)]
    private static partial Regex ListStart();

    [GeneratedRegex(@"^commit [0-9a-f]{40,64}\n(?:[A-Z][A-Za-z]+: .*\n)+\n(?<message>(?:    .*\n?|\n)+)", RegexOptions.Multiline)]
    private static partial Regex ListedByGit();

    [GeneratedRegex(@"^    ", RegexOptions.Multiline)]
    private static partial Regex Indentation();
}
