namespace ChartRelease.Charts.Lint.Rules;

internal sealed class NoStaleDependencies() : LintRule(
    "CR015",
    LintSeverity.Error,
    "charts/ holds no other version of a locked dependency",
    "Helm loads every chart in charts/, so both versions would be installed.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        try
        {
            return
            [
                .. VendoredState.Stale(subject).Select(path => Finding(
                    subject.At(path),
                    $"{path} is not the locked version.",
                    $"Run \"helm dependency build {subject.Folder}\" and commit the result.")),
            ];
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.InvalidChart)
        {
            return [Finding(subject, exception.Failure)];
        }
    }
}
