namespace Cake.Frosting.Tests.Support;

/// <summary>How a run ended and what it showed.</summary>
/// <param name="ExitCode">The host's result.</param>
/// <param name="Output">Standard output: log and report.</param>
/// <param name="Errors">Standard error.</param>
/// <param name="Descriptions">What the list of descriptions drew.</param>
/// <param name="Journal">What the tasks and lifetimes noted.</param>
internal sealed record Outcome(int ExitCode, string Output, string Errors, string Descriptions, IReadOnlyList<string> Journal)
{
    /// <summary>The rows of the report, as "NAME STATUS".</summary>
    public IEnumerable<string> Statuses =>
        from line in Output.Split('\n')
        let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where words.Length >= 3 && words[2] is "Succeeded" or "Failed" or "Skipped"
        select $"{words[0]} {words[2]}";
}
