namespace ChartRelease.Release.Bumping;

/// <summary>Words the commit of a version change. Pure.</summary>
internal static class BumpMessage
{
    /// <summary>As many charts as a subject line names.</summary>
    private const int MaxNamed = 3;

    public static string Of(IReadOnlyList<BumpedChart> charts)
    {
        List<string> what = [.. charts.Select(chart => chart.OldVersion == chart.NewVersion ? $"set the appVersion of {chart.Name}" : $"bump {chart.Name} to {chart.NewVersion}")];
        return what.Count <= MaxNamed
            ? $"chore(chart): {string.Join(", ", what)}"
            : $"chore(chart): bump {charts.Count} charts\n\n{string.Join('\n', what.Select(line => $"- {line}"))}";
    }
}
