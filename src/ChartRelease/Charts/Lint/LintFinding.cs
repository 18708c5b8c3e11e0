namespace ChartRelease.Charts.Lint;

/// <summary>One thing that a rule found.</summary>
/// <param name="RuleId">Id of the rule, for example CR004; it never changes its meaning.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Location">The file and, where there is one, the line.</param>
/// <param name="Message">What was found.</param>
/// <param name="Next">What to do about it.</param>
public sealed record LintFinding(string RuleId, LintSeverity Severity, SourceLocation Location, string Message, string Next);
