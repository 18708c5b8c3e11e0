using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts.Lint.Rules;

internal sealed class AppVersionIsText() : LintRule(
    "CR010",
    LintSeverity.Error,
    "appVersion is text to YAML",
    "Helm turns a number or Boolean back into text and changes it: 1.10 becomes 1.1.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Field("appVersion") is { IsPlain: true } version
            && (YamlScalarKinds.IsNumber(version.Value) || YamlScalarKinds.AsBoolean(version.Value) is not null))
        {
            yield return Finding(
                subject.At(ChartYaml.FileName, version.Line),
                $"YAML reads the appVersion {version.Value} as a number or Boolean.",
                $"Write appVersion: \"{version.Value}\".");
        }
    }
}
