using ChartRelease.Charts.Dependencies;

namespace ChartRelease.Charts.Lint.Rules;

internal sealed class LockInStep() : LintRule(
    "CR013",
    LintSeverity.Error,
    "Chart.lock is there and was made for the dependencies of Chart.yaml",
    "Without it the same commit can be packaged with other dependencies.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Chart is not { } chart)
        {
            return [];
        }

        try
        {
            return DependencyLock.Read(chart) switch
            {
                null when DependencyLock.StateOf(chart) == DependencyState.NotLocked =>
                    [At(subject, ChartYaml.FileName, "The chart has dependencies and no Chart.lock.")],
                { } locked when !locked.IsInStepWith(chart.Metadata) => [At(subject, locked.File, "The lock was made for other dependencies.")],
                _ => [],
            };
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.InvalidChart)
        {
            return [Finding(subject, exception.Failure)];
        }
    }

    private LintFinding At(LintSubject subject, string file, string message)
    {
        var line = file == ChartYaml.FileName ? subject.ChartMap?.FindKey("dependencies")?.Line ?? 0 : 0;
        return Finding(subject.At(file, line), message, $"Run \"helm dependency update {subject.Folder}\" and commit the lock.");
    }
}
