using ChartRelease.Charts;
using ChartRelease.Versioning;
using Semver;

namespace ChartRelease.Release.Bumping;

/// <summary>Carries bumps on to the charts that depend on what was bumped: a range that names the new version, and a patch of their own. Pure.</summary>
internal static class DependentBumps
{
    /// <summary>The bumps with what follows from them, in the order of <paramref name="bumps"/>.</summary>
    /// <param name="bumps">What was decided for each chart by itself.</param>
    /// <param name="links">Who depends on whom.</param>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.DependencyOutOfStep"/>: a range allows no version there is. <see cref="FailureReason.InvalidChart"/>: a cycle.
    /// </exception>
    public static IReadOnlyList<ChartBump> Add(IReadOnlyList<ChartBump> bumps, LocalLinks links)
    {
        var byFolder = bumps.ToDictionary(bump => bump.Chart.Path, StringComparer.Ordinal);
        foreach (var chart in links.InOrder())
        {
            byFolder[chart.Path] = Follow(byFolder[chart.Path], [.. links.Of(chart).Select(link => (link, byFolder[link.On.Path]))]);
        }

        return [.. bumps.Select(bump => byFolder[bump.Chart.Path])];
    }

    private static ChartBump Follow(ChartBump bump, IReadOnlyList<(LocalLink Link, ChartBump On)> links)
    {
        var ranges = new Dictionary<int, string>();
        foreach (var (link, on) in links)
        {
            var range = on.Moves ? DependencyRange.MoveUp(link.Dependency.Version, on.Next) : link.Dependency.Version;
            if (!DependencyRange.Allows(range ?? link.Dependency.Version, on.Next))
            {
                throw NotAllowed(bump.Chart, link, on.Next);
            }

            if (range is not null && range != link.Dependency.Version)
            {
                ranges[link.Index] = range;
            }
        }

        var moved = links.Where(link => link.On.Moves).Select(link => link.On).ToList();
        return moved.Count == 0 ? bump : Raised(bump, moved) with { Ranges = ranges };
    }

    // A version that was never released, or was raised since the last release, by this run or before, need not be raised again.
    private static ChartBump Raised(ChartBump bump, IEnumerable<ChartBump> moved)
    {
        var isRaised = bump.Moves || bump.Facts.Released is not { } released || bump.Facts.Current.ComparePrecedenceTo(released) > 0;
        return bump with
        {
            Next = isRaised ? bump.Next : NextVersion.Decide(bump.Facts with { Changes = [] }, BumpKind.Auto).Version,
            Why = isRaised && bump.Facts.Changes is not [] ? bump.Why : $"depends on {string.Join(", ", moved.Select(on => $"{on.Chart.Name} {on.Next}"))}",
        };
    }

    private static ChartReleaseException NotAllowed(Chart chart, LocalLink link, SemVersion version) => new(new Failure(
        FailureReason.DependencyOutOfStep,
        $"{chart.Name} depends on {link.Dependency.Name} {link.Dependency.Version}, and {link.On.Path} has {version}, which that range does not allow.",
        "A range that allows the version in the repository.",
        $"Write ^{version} (or another range) as the version of {link.Dependency.Name} in {ChartFolders.Combine(chart.Path, ChartYaml.FileName)}, then run helm dependency update {chart.Path}.")
    {
        Location = new SourceLocation(ChartFolders.Combine(chart.Path, ChartYaml.FileName)),
    });
}
