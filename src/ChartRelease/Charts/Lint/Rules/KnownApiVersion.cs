namespace ChartRelease.Charts.Lint.Rules;

internal sealed class KnownApiVersion() : LintRule(
    "CR008",
    LintSeverity.Error,
    "apiVersion is v1 or v2",
    "Helm 3 and 4 know no other.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Field("apiVersion") is { Value: not ("" or "v1" or "v2") } version)
        {
            yield return Finding(subject.At(ChartYaml.FileName, version.Line), $"The apiVersion \"{version.Value}\" is not known.", "Write \"apiVersion: v2\".");
        }
    }
}
