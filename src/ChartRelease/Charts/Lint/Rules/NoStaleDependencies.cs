namespace ChartRelease.Charts.Lint.Rules;

internal sealed class NoStaleDependencies() : LintRule(
    "CR015",
    LintSeverity.Error,
    "charts/ holds no other version of a locked dependency",
    "Helm loads every archive in charts/, so both versions would be installed.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from file in VendoredState.Stale(subject)
        select Finding(
            subject.At(file.Path),
            $"{file.Path} is not the locked version.",
            $"Run \"helm dependency build {subject.Folder}\" and commit the result.");
}
