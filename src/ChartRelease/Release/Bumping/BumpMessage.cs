namespace ChartRelease.Release.Bumping;

/// <summary>Words the commit of a version change. Pure.</summary>
internal static class BumpMessage
{
    /// <summary>As many charts as a subject line names.</summary>
    private const int MaxNamed = 3;

    /// <param name="charts">The charts that changed.</param>
    /// <param name="setsAppVersion">Whether they got an appVersion; those that kept their version have other dependencies if not.</param>
    public static string Of(IReadOnlyList<BumpedChart> charts, bool setsAppVersion)
    {
        var other = setsAppVersion ? "set the appVersion of" : "update the dependencies of";
        List<string> what = [.. charts.Select(chart => chart.OldVersion == chart.NewVersion ? $"{other} {chart.Name}" : $"bump {chart.Name} to {chart.NewVersion}")];
        return what.Count <= MaxNamed
            ? $"chore(chart): {string.Join(", ", what)}"
            : $"chore(chart): bump {charts.Count} charts\n\n{string.Join('\n', what.Select(line => $"- {line}"))}";
    }
}
