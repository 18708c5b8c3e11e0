namespace ChartRelease.Charts.Lint.Rules;

internal sealed class KnownType() : LintRule(
    "CR012",
    LintSeverity.Error,
    "type is application or library",
    "Helm refuses every other type.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Field("type") is { Value: not ("" or "application" or "library") } type)
        {
            yield return Finding(subject.At(ChartYaml.FileName, type.Line), $"The type \"{type.Value}\" is not known.", "Write application or library.");
        }
    }
}
