namespace ChartRelease.Charts.Lint.Rules;

internal sealed class AppVersionIsQuoted() : LintRule(
    "CR011",
    LintSeverity.Warning,
    "appVersion is quoted",
    "The next version may be one that YAML reads as a number.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Field("appVersion") is { IsPlain: true } version && !LintRules.AppVersionIsText.Check(subject).Any())
        {
            yield return Finding(
                subject.At(ChartYaml.FileName, version.Line),
                $"The appVersion {version.Value} is not quoted.",
                $"Write appVersion: \"{version.Value}\".");
        }
    }
}
