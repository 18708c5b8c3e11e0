using ChartRelease.Charts.Dependencies;

namespace ChartRelease.Charts.Lint.Rules;

internal sealed class NoRequirementsFile() : LintRule(
    "CR021",
    LintSeverity.Warning,
    "A v2 chart has no requirements.yaml",
    "Its dependencies belong into Chart.yaml; helm reads both and the file wins.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Field("apiVersion") is { Value: "v2" } && subject.Find(Requirements.FileName) is { } file)
        {
            yield return Finding(subject.At(file.Path), "requirements.yaml stands beside a Chart.yaml of apiVersion v2.", "Move its dependencies into Chart.yaml.");
        }
    }
}
