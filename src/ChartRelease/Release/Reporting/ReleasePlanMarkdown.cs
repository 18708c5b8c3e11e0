using System.Text;
using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Reporting;

/// <summary>Renders a plan as a Markdown table. Pure.</summary>
public static class ReleasePlanMarkdown
{
    /// <summary>One row per chart and target, then the notices.</summary>
    public static string Render(ReleasePlan plan)
    {
        var text = new StringBuilder("| Chart | Version | Released | Changes | Next | Action | Why | Target |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var (chart, target) in plan.Steps)
        {
            var words = PlanWords.Of(chart);
            text.Append(
                $"| {chart.Chart.Chart.Name} | {chart.Chart.Chart.Version} | {words.Released} | {words.Changes} | {words.Next} | {ActionName.Of(target.Action)} | {Cell(words.Why(target))} | `{target.Reference}` |\n");
        }

        foreach (var notice in plan.Notices)
        {
            text.Append($"\n> {notice}\n");
        }

        return text.ToString();
    }

    // A commit's words may hold what ends a cell.
    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
