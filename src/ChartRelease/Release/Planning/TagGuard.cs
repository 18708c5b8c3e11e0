using ChartRelease.Git;
using ChartRelease.Release.History;

namespace ChartRelease.Release.Planning;

/// <summary>
/// Sees to it that a version which a Git tag names already is not published with other content where it is absent. Looks at tags only when
/// there is something to publish and the settings say how tags are named.
/// </summary>
/// <param name="repository">The repository.</param>
/// <param name="patterns">How tags are named.</param>
internal sealed class TagGuard(GitRepository repository, TagPatterns patterns)
{
    /// <summary>The plan, in which such versions need a bump.</summary>
    public async Task<ReleasePlan> CheckAsync(ReleasePlan plan, CancellationToken cancellationToken)
    {
        var absent = plan.Charts.Where(chart => chart.Chart.Origin is not null && chart.Targets.Any(target => target.Action == ReleaseAction.Publish)).ToList();
        if (!patterns.AreExpected || absent.Count == 0)
        {
            return plan;
        }

        var tagged = TaggedReleases.Read(
            await repository.TagsAsync(cancellationToken).ConfigureAwait(false), patterns.All, [.. absent.Select(chart => chart.Chart.Chart.Name)]);
        var named = absent
            .Select(chart => (Chart: chart, Release: tagged.Of(chart.Chart.Chart.Name).FirstOrDefault(release => $"{release.Version}" == chart.Chart.Chart.Version)))
            .Where(pair => pair.Release is not null && pair.Release.Commit != pair.Chart.Chart.Origin!.Commit)
            .ToList();
        var trees = await repository.FoldersAsync(
            [.. named.SelectMany(pair => new[] { Folder(pair.Chart, pair.Release!.Commit!), Folder(pair.Chart, pair.Chart.Chart.Origin!.Commit) })],
            cancellationToken).ConfigureAwait(false);
        var other = named
            .Where(pair => trees[Folder(pair.Chart, pair.Release!.Commit!)] != trees[Folder(pair.Chart, pair.Chart.Chart.Origin!.Commit)])
            .ToDictionary(pair => pair.Chart, pair => pair.Release!);
        return plan with { Charts = [.. plan.Charts.Select(chart => other.TryGetValue(chart, out var release) ? Stop(chart, release) : chart)] };
    }

    private static GitFolder Folder(PlannedChart chart, string commit) => new(commit, chart.Chart.Chart.Path is { Length: > 0 } path ? path : ".");

    private static PlannedChart Stop(PlannedChart chart, KnownRelease release) => chart with
    {
        Targets = [.. chart.Targets.Select(target => target.Action != ReleaseAction.Publish ? target : target with
        {
            Action = ReleaseAction.BumpNeeded,
            Why = $"released with different content: the Git tag {release.Tag} names {release.Commit![..12]}",
        })],
    };
}
