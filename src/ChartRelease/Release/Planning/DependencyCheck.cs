using ChartRelease.Charts;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.Dependencies;
using ChartRelease.Versioning;

namespace ChartRelease.Release.Planning;

/// <summary>Adds to a plan which charts depend on which others of it. Pure.</summary>
internal static class DependencyCheck
{
    /// <summary>The plan with the order of its charts.</summary>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.InvalidChart"/>: charts depend on each other in a circle. <see cref="FailureReason.DependencyOutOfStep"/>: a chart
    /// that would be published asks for a version of a local chart that the repository does not have.
    /// </exception>
    public static ReleasePlan Add(ReleasePlan plan, LocalLinks links)
    {
        _ = links.InOrder();
        FailureList.ThrowIfAny(
        [
            .. plan.Charts
                .Where(chart => chart.Action == ReleaseAction.Publish)
                .SelectMany(chart => links.Of(chart.Chart.Chart).Where(link => IsWrong(chart.Chart.Chart, link)).Select(link => Wrong(chart.Chart.Chart, link))),
        ]);
        return plan with
        {
            Charts = [.. plan.Charts.Select(chart => chart with { DependsOn = [.. links.Of(chart.Chart.Chart).Select(link => link.On.Name).Distinct()] })],
        };
    }

    // What comes from a registry may be an earlier version there; a path leads to this version or to none.
    private static bool IsWrong(Chart chart, LocalLink link) =>
        LocalDependencies.FolderInside(chart, link.Dependency) is not null
        && !DependencyRange.Allows(link.Dependency.Version, ChartVersion.Parse(link.On.Version));

    private static Failure Wrong(Chart chart, LocalLink link) => new(
        FailureReason.DependencyOutOfStep,
        $"{chart.Name} depends on {link.Dependency.Name} {link.Dependency.Version} at {link.Dependency.Repository}, and what stands there is {link.On.Version}.",
        "A range that allows the version in the repository.",
        $"Correct the version of {link.Dependency.Name} in Chart.yaml, then run helm dependency update {chart.Path}.")
    {
        Location = new SourceLocation(ChartFolders.Combine(chart.Path, ChartYaml.FileName)),
    };
}
