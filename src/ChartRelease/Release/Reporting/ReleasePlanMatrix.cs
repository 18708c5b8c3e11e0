using System.Text;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Sharding;

namespace ChartRelease.Release.Reporting;

/// <summary>
/// Writes what a plan publishes as a job matrix of GitHub Actions
/// (<see href="https://docs.github.com/actions/using-jobs/using-a-matrix-for-your-jobs"/>): one line, <c>{"include":[…]}</c>. Pure.
/// </summary>
public static class ReleasePlanMatrix
{
    /// <summary>As many jobs as a matrix may have there.</summary>
    public const int MostJobs = 256;

    /// <summary>
    /// One entry for each chart that is published at any target, with <c>name</c> and <c>charts</c> (a value for <c>--charts</c>). Charts that
    /// depend on each other share one, in their order; beyond <see cref="MostJobs"/> entries others do, too, by the size of their archives.
    /// </summary>
    public static string Render(ReleasePlan plan)
    {
        var charts = plan.Charts.Where(chart => chart.Action == ReleaseAction.Publish).ToDictionary(chart => chart.Chart.Chart.Name, StringComparer.Ordinal);
        List<Work> work = [.. charts.Values.Select(chart => new Work(chart.Chart.Chart.Name, chart.Chart.Archive.Descriptor.Size, chart.DependsOn))];
        IReadOnlyList<IReadOnlyList<string>> groups = [.. Partition.Groups(work).Select(group => (IReadOnlyList<string>)[.. group.Select(one => one.Name)])];
        return Write(groups.Count > MostJobs ? Partition.Share(work, MostJobs) : groups, charts);
    }

    private static string Write(IReadOnlyList<IReadOnlyList<string>> jobs, Dictionary<string, PlannedChart> charts) =>
        Encoding.UTF8.GetString(ReportJson.SerializeLine(json => json.WriteObjects("include", jobs, (json, job) =>
        {
            json.WriteString("name", string.Join(' ', job.Select(name => $"{name}-{charts[name].Chart.Chart.Version}")));
            json.WriteString("charts", string.Join(',', job.Select(name => charts[name].Chart.Chart.Path is { Length: > 0 } path ? path : ".")));
        })));
}
