namespace ChartRelease.Charts.Lint.Rules;

internal sealed class NameEqualsFolder() : LintRule(
    "CR006",
    LintSeverity.Error,
    "name is the name of the chart folder",
    "Helm asks for it, and people look for a chart under its name.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var folder = ChartFolders.Name(subject.Folder);
        if (folder.Length > 0 && subject.Field("name") is { Value.Length: > 0 } name && name.Value != folder)
        {
            yield return Finding(
                subject.At(ChartYaml.FileName, name.Line),
                $"The chart is named \"{name.Value}\" and stands in the folder \"{folder}\".",
                "Rename the folder or the chart.");
        }
    }
}
