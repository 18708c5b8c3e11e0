namespace ChartRelease.Charts.Lint.Rules;

internal sealed class CurrentApiVersion() : LintRule(
    "CR009",
    LintSeverity.Warning,
    "apiVersion is v2",
    "v1 is the format of Helm 2: no library charts, dependencies in a file of their own.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Field("apiVersion") is { Value: "v1" } version)
        {
            yield return Finding(
                subject.At(ChartYaml.FileName, version.Line),
                "The apiVersion is v1, the format of Helm 2.",
                "Write \"apiVersion: v2\" and move requirements.yaml into Chart.yaml.");
        }
    }
}
