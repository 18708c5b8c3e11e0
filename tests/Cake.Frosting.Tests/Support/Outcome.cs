namespace Cake.Frosting.Tests.Support;

/// <summary>How a run ended and what it showed.</summary>
/// <param name="ExitCode">The host's result.</param>
/// <param name="Output">Standard output of the log.</param>
/// <param name="Errors">Standard error of the log.</param>
/// <param name="Report">What the report printer and the description list drew.</param>
/// <param name="Journal">What the tasks and lifetimes noted.</param>
internal sealed record Outcome(int ExitCode, string Output, string Errors, string Report, IReadOnlyList<string> Journal)
{
    /// <summary>The rows of the report, as "NAME STATUS".</summary>
    public IEnumerable<string> Statuses =>
        from line in Report.Split('\n')
        let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where words.Length >= 3 && words[2] is "Succeeded" or "Failed" or "Skipped" or "Executed" or "Delegated"
        select $"{words[0]} {words[2]}";
}
