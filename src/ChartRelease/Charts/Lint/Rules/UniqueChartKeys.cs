namespace ChartRelease.Charts.Lint.Rules;

internal sealed class UniqueChartKeys() : LintRule(
    "CR002",
    LintSeverity.Error,
    "Chart.yaml has no duplicate keys",
    "Readers disagree about which of two values counts.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from duplicate in subject.Yaml(ChartYaml.FileName)?.Document?.Duplicates ?? []
        select Finding(
            subject.At(ChartYaml.FileName, duplicate.Line),
            $"The key \"{duplicate.Key}\" stands already at line {duplicate.FirstLine}.",
            "Remove one of the two.");
}
