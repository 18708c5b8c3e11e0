namespace ChartRelease.Charts.Lint;

/// <summary>Runs the rules over charts.</summary>
public static class ChartLinter
{
    /// <summary>All findings of a chart folder, by file, line and rule; empty when the chart is in order. Broken files are findings, not exceptions.</summary>
    /// <param name="source">Where the files come from.</param>
    /// <param name="folder">Chart folder relative to the repository root, with <c>/</c> separators; empty for the root.</param>
    public static IReadOnlyList<LintFinding> Lint(IChartSource source, string folder)
    {
        LintSubject subject;
        try
        {
            subject = new LintSubject(source, folder, source.List(folder));
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.InvalidChart)
        {
            return [LintRules.Readable.Unlistable(folder, exception.Failure)];
        }

        return
        [
            .. LintRules.All.SelectMany(rule => rule.Check(subject))
                .OrderBy(finding => finding.Location.File, StringComparer.Ordinal)
                .ThenBy(finding => finding.Location.Line)
                .ThenBy(finding => finding.RuleId, StringComparer.Ordinal)
                .ThenBy(finding => finding.Message, StringComparer.Ordinal),
        ];
    }
}
