using Cake.Core.Diagnostics;
using ChartRelease.Release;
using ChartRelease.Release.Checking;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Reporting;

namespace Cake.Frosting.ChartRelease;

/// <summary>Shows what the target Plan found: to people a table, to machines the format they asked for.</summary>
/// <param name="log">Cake's log, which gets the notices.</param>
/// <param name="format">The format of results.</param>
/// <param name="isShown">Whether tables are shown; not with <c>--verbosity=quiet</c>.</param>
internal sealed class PlanOutput(ICakeLog log, OutputFormat format, bool isShown)
{
    public void Write(ReleasePlan plan)
    {
        if (plan.Check is { } check)
        {
            Write(check);
            return;
        }

        foreach (var notice in plan.Notices)
        {
            log.Warning("{0}", notice);
        }

        switch (format)
        {
            case OutputFormat.Json:
                ResultStream.Results.Write(System.Text.Encoding.UTF8.GetString(ReleasePlanJson.Serialize(plan)));
                break;
            case OutputFormat.Markdown:
                ResultStream.Results.Write(ReleasePlanMarkdown.Render(plan));
                break;
            case OutputFormat.Matrix:
                ResultStream.Results.Write(ReleasePlanMatrix.Render(plan));
                break;
            case OutputFormat.Text when isShown:
                TextTable.Write(["Chart", "Version", "Released", "Changes", "Next", "Action", "Why", "Target"], plan.Steps.Select(Row));
                break;
            default:
                break;
        }
    }

    private void Write(CheckReport check)
    {
        switch (format)
        {
            case OutputFormat.Json:
                ResultStream.Results.Write(CheckReportText.Json(check));
                break;
            case OutputFormat.Markdown:
                ResultStream.Results.Write(CheckReportText.Markdown(check));
                break;
            case OutputFormat.Text when isShown:
                TextTable.Write(
                    ["Chart", "Before", "Version", "Verdict"],
                    check.Charts.Select(chart => (IReadOnlyList<string>)
                        [chart.Name, $"{chart.Before}", $"{chart.Version}", CheckReportText.Name(chart.Verdict)]));
                break;
            default:
                break;
        }
    }

    private static IReadOnlyList<string> Row((PlannedChart Chart, PlannedTarget Target) step)
    {
        var (chart, words) = (step.Chart.Chart.Chart, PlanWords.Of(step.Chart));
        return
        [
            chart.Name, chart.Version, words.Released, words.Changes, words.Next,
            ActionName.Of(step.Target.Action), words.Why(step.Target), step.Target.Reference,
        ];
    }
}
