using ChartRelease.Charts.Dependencies;

namespace ChartRelease.Charts.Lint.Rules;

/// <summary>
/// What charts/ holds against a lock that is in step; nothing when another rule already reports the lock. What cannot be read there throws for
/// <see cref="Stale"/>, and counts as nothing missing.
/// </summary>
internal static class VendoredState
{
    public static IReadOnlyList<ChartDependency> Missing(LintSubject subject)
    {
        try
        {
            return Locked(subject) is { } locked ? locked.Missing(subject.Chart!) : [];
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.InvalidChart)
        {
            return [];
        }
    }

    public static IReadOnlyList<string> Stale(LintSubject subject) =>
        Locked(subject) is { } locked ? locked.Stale(subject.Chart!) : [];

    public static string LockFile(LintSubject subject) => Locked(subject)!.File;

    private static DependencyLock? Locked(LintSubject subject) =>
        subject.Chart is { } chart && !LintRules.LockInStep.Check(subject).Any() ? DependencyLock.Read(chart) : null;
}
