using ChartRelease.Charts;
using ChartRelease.Charts.Dependencies;
using ChartRelease.Oci;
using ChartRelease.Release.Dependencies.Repositories;

namespace ChartRelease.Release.Dependencies;

/// <summary>What can be wrong with a chart's dependencies, each with the command that mends it.</summary>
internal static class DependencyFailure
{
    private const string InStep = "A Chart.lock that is in step with the dependencies of Chart.yaml, committed.";

    public static ChartReleaseException NotLocked(Chart chart) =>
        OutOfStep(chart, "Chart.lock", $"{chart.Name} declares dependencies and has no Chart.lock.", InStep, Update(chart));

    public static ChartReleaseException OutOfStep(Chart chart) =>
        OutOfStep(chart, LockFile(chart), $"{chart.Name} has a {LockFile(chart)} that was made for other dependencies.", InStep, Update(chart));

    public static ChartReleaseException Stale(Chart chart)
    {
        var stale = DependencyLock.Read(chart)!.Stale(chart);
        return OutOfStep(
            chart,
            stale[0],
            $"{chart.Name} holds {string.Join(", ", stale)}, which {(stale.Count == 1 ? "is" : "are")} not the locked version.",
            $"In charts/ only what {LockFile(chart)} names: helm loads all that is there.",
            $"Remove it, run \"helm dependency build {Folder(chart)}\" and commit charts/; or commit it without charts/.");
    }

    public static ChartReleaseException OtherVersion(Chart chart, ChartDependency locked, Chart part) => OutOfStep(
        chart,
        LockFile(chart),
        $"{chart.Name} has {locked.Name} {locked.Version} of {locked.Repository} locked, and {part.Path} holds {part.Name} {part.Version}.",
        "A lock that was made after the last change of the dependency's version.",
        Update(chart));

    public static ChartReleaseException NoFolder(Chart chart, ChartDependency locked) => OutOfStep(
        chart,
        ChartYaml.FileName,
        $"{chart.Name} depends on {locked.Name} without a repository, and charts/{locked.Name} is not there.",
        "A dependency without a repository as a folder in charts/.",
        $"Commit charts/{locked.Name}, or name the dependency's repository in Chart.yaml and run \"helm dependency update {Folder(chart)}\".");

    public static ChartReleaseException Circle(Chart chart, IReadOnlyList<string> folders) => new(new Failure(
        FailureReason.InvalidChart,
        $"{chart.Name} depends on itself: {string.Join(" → ", folders)}.",
        "Charts that do not hold each other.",
        "Take one of these dependencies out.")
    {
        Location = new SourceLocation(ChartFolders.Combine(chart.Path, ChartYaml.FileName)),
    });

    /// <summary>Says of a failure whose it is, and that committed dependencies need no network.</summary>
    public static ChartReleaseException NotFetched(Chart chart, ChartDependency locked, ChartReleaseException cause) => new(
        cause.Failure with
        {
            Found = $"The dependency {locked.Name} {locked.Version} of {chart.Name} cannot be had from {RepositoryAddress.Shown(locked.Repository!)}. {cause.Failure.Found}",
            Next = cause.Reason switch
            {
                FailureReason.NotFound when cause is NotPublishedException =>
                    "Publish it first. A chart of this repository has to be part of the run (--charts), with the locked version in its Chart.yaml.",
                FailureReason.Unauthorized or FailureReason.Forbidden when RegistryOf(locked) is { } host =>
                    $"Log in there: helm registry login {host} (for ghcr.io a GITHUB_TOKEN that may read packages will do).",
                FailureReason.RegistryUnreachable or FailureReason.NotFound or FailureReason.RegistryError =>
                    $"Run the same command where it can be reached; or run \"helm dependency build {Folder(chart)}\" there and commit charts/, which needs no network later.",
                _ => cause.Failure.Next,
            },
            Location = new SourceLocation(ChartFolders.Combine(chart.Path, LockFile(chart))),
        },
        cause);

    private static ChartReleaseException OutOfStep(Chart chart, string file, string found, string expected, string next) => new(
        new Failure(FailureReason.DependencyOutOfStep, found, expected, next)
        {
            Location = new SourceLocation(ChartFolders.Combine(chart.Path, file)),
        });

    private static string? RegistryOf(ChartDependency locked) =>
        locked.Repository!.StartsWith(RegistryReference.Scheme, StringComparison.Ordinal)
            ? locked.Repository[RegistryReference.Scheme.Length..].Split('/')[0]
            : null;

    private static string LockFile(Chart chart) => DependencyLock.Read(chart)?.File ?? "Chart.lock";

    private static string Folder(Chart chart) => chart.Path.Length == 0 ? "." : chart.Path;

    private static string Update(Chart chart) => $"Run \"helm dependency update {Folder(chart)}\" and commit {LockFile(chart)}.";
}
