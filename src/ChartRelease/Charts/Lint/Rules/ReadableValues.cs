using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts.Lint.Rules;

internal sealed class ReadableValues() : LintRule(
    "CR016",
    LintSeverity.Error,
    "values.yaml is a YAML mapping",
    "Helm refuses the chart otherwise.")
{
    private const string FileName = "values.yaml";

    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var yaml = subject.Yaml(FileName);
        if (yaml?.Failure is { } failure)
        {
            yield return Finding(subject, failure);
        }
        else if (yaml?.Document?.Root?.Resolved is not (null or YamlMap or YamlScalar { IsNull: true }))
        {
            yield return Finding(subject.At(FileName, 1), "values.yaml is not a YAML mapping.", "Write it as \"key: value\" lines.");
        }
    }
}
