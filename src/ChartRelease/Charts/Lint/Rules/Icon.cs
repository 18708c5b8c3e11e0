namespace ChartRelease.Charts.Lint.Rules;

internal sealed class Icon() : LintRule(
    "CR023",
    LintSeverity.Hint,
    "Chart.yaml names an icon",
    "Catalogues show it.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        subject.ChartMap is not null && subject.Field("icon") is null && subject.Field("type")?.Value != "library"
            ? [Finding(subject.At(ChartYaml.FileName), "The chart has no icon.", "Add \"icon: https://…\" with the address of an SVG or PNG.")]
            : [];
}
