using ChartRelease.Release.Planning;
using ChartRelease.Release.Reporting;

namespace ChartRelease.Release.Saved;

/// <summary>Says whether a plan that was made before is still the plan. Pure.</summary>
internal static class PlanComparison
{
    private const string Publish = "publish";
    private const string Skip = "skip";

    /// <summary>Fails when anything moved on since, or when the saved plan is not to be executed at all.</summary>
    /// <param name="saved">The plan as it was.</param>
    /// <param name="now">The plan as it is.</param>
    /// <param name="name">What to call the saved plan in messages.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.PlanOutdated"/>, with everything that moved.</exception>
    public static void ThrowIfMoved(SavedPlan saved, ReleasePlan now, string name)
    {
        var moved = Moved(saved, now).ToList();
        if (moved.Count > 0)
        {
            throw new ChartReleaseException(
                FailureReason.PlanOutdated,
                $"{name} is not what would be done now: {string.Join("; ", moved)}.",
                "The same commit, charts, contents, targets and actions as in the plan; only what it publishes may be there by now, with the same content.",
                saved.Commit == now.Commit
                    ? "Look at the new plan (./build.sh --target=Plan), save it, and publish that."
                    : $"Publish the commit of the plan (--commit={saved.Commit}), or make a new plan.");
        }
    }

    private static IEnumerable<string> Moved(SavedPlan saved, ReleasePlan now)
    {
        if (saved.Commit != now.Commit)
        {
            yield return $"the commit was {Short(saved.Commit)} and is {Short(now.Commit)}";
        }

        var charts = now.Charts.ToDictionary(chart => chart.Chart.Chart.Name, StringComparer.Ordinal);
        foreach (var chart in saved.Charts)
        {
            var moved = charts.Remove(chart.Name, out var planned) ? Moved(chart, planned) : [$"{chart.Name} is gone"];
            foreach (var one in moved)
            {
                yield return one;
            }
        }

        foreach (var name in charts.Keys)
        {
            yield return $"{name} is new";
        }
    }

    private static IEnumerable<string> Moved(SavedChart saved, PlannedChart now)
    {
        var chart = now.Chart.Chart;
        if (saved.Version != chart.Version)
        {
            yield return $"{chart.Name} was {saved.Version} and is {chart.Version}";
        }

        if (saved.Path != chart.Path)
        {
            yield return $"{chart.Name} was at {saved.Path} and is at {chart.Path}";
        }

        if (saved.ArchiveDigest != now.Chart.Archive.Descriptor.Digest.Value)
        {
            yield return $"the archive of {chart.Name} is another one";
        }

        foreach (var target in saved.Targets.Where(target => now.Targets.All(other => other.Target != target.Target)))
        {
            yield return $"{target.Target} is no target of {chart.Name} any more";
        }

        foreach (var target in now.Targets)
        {
            var (before, action) = (saved.Targets.FirstOrDefault(other => other.Target == target.Target)?.Action, ActionName.Of(target.Action));
            if (before is null)
            {
                yield return $"{target.Target} is a new target of {chart.Name}";
            }
            else if (before is not (Publish or Skip))
            {
                yield return $"the plan does not publish {target.Reference} ({before})";
            }
            else if (before != action && !(before == Publish && action == Skip))
            {
                yield return $"{target.Reference} was to {before}, and now: {action}, {target.Why}";
            }
        }
    }

    private static string Short(string commit) => commit[..Math.Min(12, commit.Length)];
}
