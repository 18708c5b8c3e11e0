namespace ChartRelease.Charts.Lint.Rules;

internal sealed class LockSatisfied() : LintRule(
    "CR014",
    LintSeverity.Hint,
    "charts/ holds every locked dependency",
    "What is committed needs no download while packaging, and cannot disappear upstream.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from dependency in VendoredState.Missing(subject)
        select Finding(
            subject.At(VendoredState.LockFile(subject)),
            $"charts/ does not hold {dependency.Name} {dependency.Version}; it will be fetched.",
            $"Run \"helm dependency build {subject.Folder}\" and commit charts/ to save the download.");
}
