namespace ChartRelease.Charts.Lint;

/// <summary>What every rule of this project has.</summary>
/// <param name="id">Stable id.</param>
/// <param name="severity">Severity of all its findings.</param>
/// <param name="title">What the rule asks.</param>
/// <param name="why">Why it asks that.</param>
internal abstract class LintRule(string id, LintSeverity severity, string title, string why) : ILintRule
{
    public string Id => id;

    public LintSeverity Severity => severity;

    public string Title => title;

    public string Why => why;

    public abstract IEnumerable<LintFinding> Check(LintSubject subject);

    protected LintFinding Finding(SourceLocation location, string message, string next) => new(id, severity, location, message, next);

    protected LintFinding Finding(LintSubject subject, Failure failure) =>
        Finding(failure.Location ?? subject.At(ChartYaml.FileName), failure.Found, failure.Next);
}
