namespace ChartRelease.Charts.Lint.Rules;

internal sealed class SemanticVersion() : LintRule(
    "CR005",
    LintSeverity.Error,
    "version is a Semantic Version 2.0.0",
    "Helm takes less, but clients then cannot find the version, and registries sort it wrongly.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Field("version") is { Value.Length: > 0 } version && !ChartVersionText.IsValid(version.Value, out var why))
        {
            yield return Finding(
                subject.At(ChartYaml.FileName, version.Line),
                $"The version \"{version.Value}\" is not a Semantic Version 2.0.0: {why}.",
                "Write MAJOR.MINOR.PATCH, for example 1.2.3 or 1.2.3-rc.1.");
        }
    }
}
