namespace ChartRelease.Charts.Lint.Rules;

internal sealed class ReadableChartYaml() : LintRule(
    "CR001",
    LintSeverity.Error,
    "Chart.yaml is there and is a YAML mapping",
    "Nothing can be said about a chart whose Chart.yaml cannot be read.")
{
    public LintFinding Unlistable(string folder, Failure failure) =>
        Finding(failure.Location ?? new SourceLocation(folder), failure.Found, failure.Next);

    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var yaml = subject.Yaml(ChartYaml.FileName);
        if (yaml is null)
        {
            yield return Finding(subject.At(ChartYaml.FileName), "There is no Chart.yaml.", "Create it and commit it.");
        }
        else if (yaml.Failure is { } failure)
        {
            yield return Finding(subject, failure);
        }
        else if (subject.ChartMap is null)
        {
            yield return Finding(subject.At(ChartYaml.FileName, 1), "Chart.yaml is not a YAML mapping.", "Write it as \"key: value\" lines.");
        }
    }
}
