namespace ChartRelease.Charts.Lint.Rules;

internal sealed class ReadableChart() : LintRule(
    "CR004",
    LintSeverity.Error,
    "Every file that describes the chart can be read",
    "A field of the wrong shape, or a broken .helmignore or requirements.yaml, fails later and less clearly.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        subject.ChartFailure is { } failure && !IsCovered(subject) ? [Finding(subject, failure)] : [];

    // The first three rules say the same in their own words, and all of it.
    private static bool IsCovered(LintSubject subject) =>
        subject.ChartMap is null
        || LintRules.UniqueChartKeys.Check(subject).Any()
        || LintRules.RequiredFields.Check(subject).Any();
}
