namespace ChartRelease.Release.History;

/// <summary>Says where Git tags and targets tell different things of a chart's newest release. Pure.</summary>
internal static class ReleaseDisagreement
{
    /// <summary>The sentences; none when they agree.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="targets">The targets that could list their versions; one that has none of the chart is new, and disagrees with nobody.</param>
    /// <param name="expectsTags">Whether the settings say how tags are named.</param>
    public static IReadOnlyList<string> Describe(ChartHistory chart, IReadOnlyCollection<string> targets, bool expectsTags)
    {
        var tagged = chart.Releases.FirstOrDefault(release => release.Tag is not null);
        if (tagged is null && !expectsTags)
        {
            return [];
        }

        var notices = new List<string>();
        foreach (var target in targets)
        {
            var listed = chart.Releases.FirstOrDefault(release => release.Targets.Contains(target));
            if (listed is { Tag: null })
            {
                notices.Add(
                    $"{target} lists {listed.Version}, and no Git tag names it"
                    + (tagged is null ? " (if tags are at the remote: git fetch --tags; in GitHub Actions 'fetch-depth: 0')." : $"; the newest tag is {tagged.Tag}."));
            }
            else if (listed is not null && listed != tagged)
            {
                notices.Add($"The Git tag {tagged!.Tag} names a version that {target} does not list; its newest is {listed.Version}.");
            }
        }

        return notices;
    }
}
