using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts.Lint.Rules;

internal sealed class Maintainers() : LintRule(
    "CR024",
    LintSeverity.Hint,
    "Chart.yaml names maintainers",
    "People need to know whom to ask.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        subject.ChartMap is { } map && map.Find("maintainers") is null or YamlScalar { IsNull: true } or YamlList { Items: [] }
            ? [Finding(subject.At(ChartYaml.FileName), "The chart names no maintainers.", "Add maintainers with at least a name.")]
            : [];
}
