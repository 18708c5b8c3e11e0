using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts.Lint.Rules;

internal sealed class RequiredFields() : LintRule(
    "CR003",
    LintSeverity.Error,
    "Chart.yaml has apiVersion, name and version",
    "Helm refuses a chart without them.")
{
    private static readonly string[] _required = ["apiVersion", "name", "version"];

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from key in subject.ChartMap is null ? [] : _required
        where subject.ChartMap!.Find(key) is null or YamlScalar { IsNull: true } or YamlScalar { Value: "" }
        select Finding(
            subject.At(ChartYaml.FileName, subject.ChartMap!.FindKey(key)?.Line ?? 0),
            $"The field \"{key}\" is missing or empty.",
            $"Add {key} to Chart.yaml.");
}
