namespace ChartRelease.Charts.Lint.Rules;

internal sealed class UniqueValueKeys() : LintRule(
    "CR017",
    LintSeverity.Error,
    "values.yaml has no duplicate keys",
    "The later value silently wins, or the file is refused, depending on the reader.")
{
    private const string FileName = "values.yaml";

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from duplicate in subject.Yaml(FileName)?.Document?.Duplicates ?? []
        select Finding(
            subject.At(FileName, duplicate.Line),
            $"The key \"{duplicate.Key}\" stands already at line {duplicate.FirstLine}.",
            "Remove one of the two.");
}
