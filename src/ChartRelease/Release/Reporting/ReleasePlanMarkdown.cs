using System.Text;
using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Reporting;

/// <summary>Renders a plan as a Markdown table. Pure.</summary>
public static class ReleasePlanMarkdown
{
    /// <summary>One row per chart and target.</summary>
    public static string Render(ReleasePlan plan)
    {
        var text = new StringBuilder("| Chart | Version | Action | Why | Target |\n|---|---|---|---|---|\n");
        foreach (var (chart, target) in plan.Steps)
        {
            text.Append(
                $"| {chart.Chart.Chart.Name} | {chart.Chart.Chart.Version} | {target.Action.ToString().ToLowerInvariant()} | {target.Why} | `{target.Reference}` |\n");
        }

        return text.ToString();
    }
}
