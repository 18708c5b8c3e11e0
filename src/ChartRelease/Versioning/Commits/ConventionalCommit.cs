using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ChartRelease.Versioning.Commits;

/// <summary>A commit message in the form of Conventional Commits 1.0.0 (<see href="https://www.conventionalcommits.org/en/v1.0.0/"/>).</summary>
/// <param name="Type">The type in lower case, for example <c>feat</c>.</param>
/// <param name="Scope">What stands in parentheses, or <see langword="null"/>.</param>
/// <param name="IsBreaking">Whether <c>!</c> stands before the colon, or a footer says <c>BREAKING CHANGE:</c> or <c>BREAKING-CHANGE:</c>.</param>
/// <param name="Description">The first line after the colon.</param>
public sealed partial record ConventionalCommit(string Type, string? Scope, bool IsBreaking, string Description)
{
    /// <summary>What the footer says that breaks, on one line; <see langword="null"/> without such a footer.</summary>
    public string? BreakingNote { get; init; }

    /// <summary>What the change means for users.</summary>
    public ChangeImpact Impact => IsBreaking ? ChangeImpact.Breaking : Type == "feat" ? ChangeImpact.Feature : ChangeImpact.Patch;

    /// <summary>Reads a message.</summary>
    /// <remarks>
    /// More lenient than the specification in one thing: the line with <c>BREAKING CHANGE:</c> may stand anywhere in the body, because a
    /// breaking change that is overlooked harms more than one that is not.
    /// </remarks>
    public static bool TryParse(string message, [NotNullWhen(true)] out ConventionalCommit? commit)
    {
        var (subject, body) = Split(message);
        commit = null;
        if (Header().Match(subject) is not { Success: true } header)
        {
            return false;
        }

        var note = Note().Match(body) is { Success: true } found ? OneLine(found.Groups["note"].Value) : null;
        commit = new ConventionalCommit(
            header.Groups["type"].Value.ToLowerInvariant(),
            header.Groups["scope"] is { Success: true, Value: var scope } ? scope : null,
            header.Groups["breaking"].Success || note is not null,
            header.Groups["description"].Value)
        {
            BreakingNote = note,
        };
        return true;
    }

    /// <summary>The first line, and what follows it, with line feeds only.</summary>
    internal static (string Subject, string Body) Split(string message)
    {
        var text = message.ReplaceLineEndings("\n").Trim('\n');
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? (text.Trim(), "") : (text[..end].Trim(), text[(end + 1)..]);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Azure DevOps puts its own words before the title of a pull request.
    [GeneratedRegex(@"\A(?:Merged PR [0-9]+: )?(?<type>[A-Za-z][A-Za-z0-9_-]*)(?:\((?<scope>[^()]+)\))?(?<breaking>!)?: +(?<description>.*\S)\z")]
    private static partial Regex Header();

    // The value goes on to the next footer or blank line.
    [GeneratedRegex(@"^BREAKING[ -]CHANGE: (?<note>.*\S.*(?:\n(?![A-Za-z][A-Za-z-]*(?:: | #))(?!BREAKING[ -]CHANGE: ).*\S.*)*)", RegexOptions.Multiline)]
    private static partial Regex Note();
}
