using ChartRelease.Charts.Dependencies;

namespace ChartRelease.Charts.Lint.Rules;

/// <summary>What charts/ holds against a lock that is in step; nothing when another rule already reports the lock.</summary>
internal static class VendoredState
{
    public static IReadOnlyList<ChartDependency> Missing(LintSubject subject) =>
        Locked(subject) is { } locked ? locked.Missing(subject.Chart!) : [];

    public static IEnumerable<SourceFile> Stale(LintSubject subject) =>
        Locked(subject) is { } locked ? VendoredCharts.Stale(subject.Chart!, locked) : [];

    public static string LockFile(LintSubject subject) => Locked(subject)!.File;

    private static DependencyLock? Locked(LintSubject subject) =>
        subject.Chart is { } chart && !LintRules.LockInStep.Check(subject).Any() ? DependencyLock.Read(chart) : null;
}
