using ChartRelease.Charts;
using ChartRelease.Release.History;
using ChartRelease.Versioning;
using ChartRelease.Versioning.Commits;

namespace ChartRelease.Release.Bumping;

/// <summary>Decides the next version of each chart, and of those that depend on it. Pure.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="links">Who depends on whom.</param>
internal sealed class BumpDecisions(BumpRequest request, LocalLinks links)
{
    /// <summary>Decides for all charts.</summary>
    /// <param name="charts">The charts.</param>
    /// <param name="histories">Their histories by name; a chart without one counts as never released.</param>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.InvalidSettings"/>: one stated version for several charts. <see cref="FailureReason.InvalidVersion"/>: a version in
    /// Chart.yaml is none, or the next one is released already or lower than what is. And see <see cref="DependentBumps.Add"/>.
    /// </exception>
    public IReadOnlyList<ChartBump> Decide(IReadOnlyList<Chart> charts, IReadOnlyDictionary<string, ChartHistory> histories)
    {
        if (charts.Count > 1 && request.ChartVersion is not null)
        {
            throw new ChartReleaseException(
                FailureReason.InvalidSettings,
                $"--chart-version was given for {charts.Count} charts: {string.Join(", ", charts.Select(chart => chart.Name))}.",
                "One chart: two charts seldom share a version.",
                $"Pick one, for example --charts={charts[0].Path}, or use --bump.");
        }

        var bumps = DependentBumps.Add([.. charts.Select(chart => DecideAlone(chart, histories.GetValueOrDefault(chart.Name)))], links);
        foreach (var bump in bumps.Where(bump => bump.Moves))
        {
            RequireUnreleased(bump, histories.GetValueOrDefault(bump.Chart.Name));
        }

        return bumps;
    }

    /// <summary>Decides for a chart as if none depended on another, and whatever was released elsewhere.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="history">Its history; <see langword="null"/> counts as never released.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidVersion"/>: the version in Chart.yaml is none, or the stated one is not higher.</exception>
    public ChartBump DecideAlone(Chart chart, ChartHistory? history)
    {
        var location = Location(chart);
        var facts = new VersionFacts(ChartVersion.Parse(chart.Version, location), history?.LastRelease?.Version, Changes(history));
        if (request.ChartVersion is { } exact)
        {
            var next = ChartVersion.Parse(exact, location);
            ChartVersion.RequireHigher(next, facts.Current, location);
            return new ChartBump(chart, facts, next, "--chart-version");
        }

        var decision = request.Kind is { } kind ? NextVersion.Decide(facts, kind, request.Preid) : new VersionDecision(facts.Current, "only appVersion changes");
        return new ChartBump(chart, facts, decision.Version, decision.Why);
    }

    // What changed in a local dependency is a change of that chart, and comes as a new version of it.
    private static IReadOnlyList<CommitChange>? Changes(ChartHistory? history) =>
        history?.HasChanged == true ? CommitChanges.Of([.. history.Commits.Where(commit => commit.IsOwn).Select(ChartMessages.Of)]) : null;

    private static void RequireUnreleased(ChartBump bump, ChartHistory? history)
    {
        if (history?.LastRelease is { } last)
        {
            ChartVersion.RequireHigher(bump.Next, last.Version, Location(bump.Chart));
        }

        if (history?.Releases.FirstOrDefault(release => release.Version.ComparePrecedenceTo(bump.Next) == 0) is { } taken)
        {
            throw new ChartReleaseException(new Failure(
                FailureReason.InvalidVersion,
                $"{bump.Chart.Name} {taken.Version} is released already{Where(taken)}.",
                $"A version of {bump.Chart.Name} that no branch has released.",
                "Give another one with --chart-version, for example with a prerelease part.")
            {
                Location = Location(bump.Chart),
            });
        }
    }

    private static string Where(KnownRelease release) =>
        release.Tag is { } tag ? $", as the Git tag {tag} says" : release.Targets.Count > 0 ? $" at {string.Join(", ", release.Targets)}" : "";

    private static SourceLocation Location(Chart chart) => new(ChartFolders.Combine(chart.Path, ChartYaml.FileName));
}
